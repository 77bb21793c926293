import type { KeptScan } from '@/src/queries/scans'
import type { Said } from '@/src/words/activities'
import { outcomeSaid } from '@/src/words/surveys'
import type { DoorLine, SurveyHead, VisitOutcome } from '@/types/surveys'

/** A door to go to: a household, or a person where each person answers. */
export interface Door {
  /** Whom an answer or a visit is put down for. */
  person: string
  persons: readonly string[]
  names: string
  homeName: string
  building: string
  buildingName: string
  said: Said
  done: boolean
  note: string
}

/** What waits on this phone for the network. */
export interface Waiting {
  answers: readonly KeptScan<'surveyAnswer'>[]
  visits: readonly KeptScan<'surveyVisit'>[]
}

/** 2 before 10. Thousands of doors are sorted with each tap: a phone's own comparison of words is far too slow for that. */
const keyOf = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))

const byKey = <T>(all: readonly T[], key: (one: T) => string): T[] =>
  all
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one)

export const noBuilding = 'none'

const isOf = (of: { kind: string; person?: string }, persons: readonly string[]): boolean =>
  of.kind === 'person' && persons.includes(of.person ?? '')

const stateOf = (
  { given, visit }: DoorLine,
  persons: readonly string[],
  waiting: Waiting,
): { said: Said; done: boolean } => {
  if (given) return { said: { label: '填好了', tone: 'pine', drawing: 'check' }, done: true }
  if (waiting.answers.some(({ input }) => isOf(input.of, persons)))
    return { said: { label: '在手机里，等网络', tone: 'gold', drawing: 'offline' }, done: true }
  const said = (outcome: VisitOutcome): Said => {
    const { label, tone, drawing } = outcomeSaid[outcome]
    return { label, tone, ...(drawing && { drawing }) }
  }
  const kept = waiting.visits.filter(({ input }) => isOf(input.of, persons)).at(-1)
  if (kept) return { said: said(kept.input.outcome), done: kept.input.outcome === 'refused' }
  if (visit) return { said: said(visit.outcome), done: visit.outcome === 'refused' }
  return { said: { label: '还没去', tone: 'plain' }, done: false }
}

/** The doors of a list, by building and room. */
export const doorsOf = (
  lines: readonly DoorLine[],
  { per }: Pick<SurveyHead, 'per'>,
  waiting: Waiting,
): Door[] => {
  const groups = new Map<string, DoorLine[]>()
  for (const line of lines) {
    const who = per === 'person' ? line.person : (line.household ?? line.person)
    groups.set(who, [...(groups.get(who) ?? []), line])
  }
  const doors = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const persons = group.map(({ person }) => person)
    return [
      {
        person: first.person,
        persons,
        names: group
          .map(
            ({ name, birthYear }) => `${name}${birthYear === null ? '' : `（${birthYear} 年生）`}`,
          )
          .join('、'),
        homeName: first.homeName ?? '住址没有登记',
        building: first.building ?? noBuilding,
        buildingName: first.buildingName ?? '住址没有登记',
        note: first.visit && first.visit.times > 1 ? `去过 ${first.visit.times} 次` : '',
        ...stateOf(first, persons, waiting),
      },
    ]
  })

  return byKey(doors, ({ homeName, names }) => keyOf(`${homeName} ${names}`))
}

/** How far each building is. */
export const buildingsOf = (
  doors: readonly Door[],
): { id: string; name: string; all: number; done: number }[] => {
  const buildings = new Map<string, { id: string; name: string; all: number; done: number }>()
  for (const { building: id, buildingName: name, done } of doors) {
    const known = buildings.get(id) ?? { id, name, all: 0, done: 0 }
    buildings.set(id, { ...known, all: known.all + 1, done: known.done + (done ? 1 : 0) })
  }
  return byKey([...buildings.values()], ({ name }) => keyOf(name))
}
