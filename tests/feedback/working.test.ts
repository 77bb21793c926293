import fc from 'fast-check'
import '../support/properties'
import { stageOf, type Case, type CaseStep, type Decision } from '@/domain/feedback/case'
import { innerAbove, innerBelow, wrongWith, usualFlows } from '@/domain/feedback/flow'
import * as acts from '@/domain/feedback/working'
import { caseLevels, type Flow } from '@/types/feedback'
import { dayMs } from '@/types/shared/day'

// Whatever staff and the program do one after the other, a case keeps what it promises.

const start = Date.parse('2026-11-21T08:00:00+08:00')
const worker = { id: 'dl_pw', name: '赵明', title: '网格员 赵*', leads: false }
const lead = { id: 'dl_pl', name: '钱社', title: '社区工作人员 钱*', leads: true }
const about = { id: 'dl_pa', name: '孙街', title: '街道工作人员 孙*', leads: true }
const people = [worker, lead, about]

interface Told extends Case {
  readonly steps: readonly CaseStep[]
  readonly text: string
}

const flowOf = (word: string): Flow => {
  const { word: _, ...flow } = usualFlows.find((one) => one.word === word)!
  return { ...flow, category: word, version: 1 }
}

const caseOf = (word: string): Told => ({
  ...{ state: 'open', stage: 'active', level: 'grid', owner: null, ownerName: null },
  ...{ flow: flowOf(word), due: start + dayMs, aboutStaff: about.id, at: start },
  ...{
    solvedAt: null,
    reopened: 0,
    endedAt: null,
    rev: 1,
    keys: [],
    news: {},
    text: '灯不亮',
    steps: [],
  },
})

/** The step as the database would write it, as far as rules read it. */
const after = (one: Told, decided: Decision): Told => {
  if (decided.outcome !== 'step') return one
  const { set = {}, inc = {}, push = {} } = decided.step.change
  const plain = Object.fromEntries(Object.entries(set).filter(([path]) => !path.includes('.')))
  const steps = [...one.steps, push['steps'] as CaseStep]
  return { ...one, ...plain, steps, rev: one.rev + (inc['rev'] ?? 0) }
}

const moves = [
  'take',
  'give',
  'above',
  'below',
  'ask',
  'refer',
  'reply',
  'invite',
  'solve',
  'refuse',
  'late',
  'wait',
] as const

test('no sequence of acts loses its level, its deadline, who it is about or what was said', () => {
  const plays = fc.array(fc.tuple(fc.constantFrom(...moves), fc.nat(2), fc.nat(20)), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.constantFrom('lamp', 'road', 'safety'), plays, (word, played) => {
      let one = caseOf(word)
      let at = start
      played.forEach(([move, who, days], n) => {
        at += days * dayMs
        const by = people[who]!
        const tap = { key: `tap-${n}`, rev: one.rev, at }
        const flow = one.flow!
        const owner = who === 2 ? lead : by
        const post = (level: Case['level'] | null) => ({
          ...{ level: level ?? one.level, owner: owner.id, ownerName: owner.name },
          due: at + dayMs,
        })
        const words = { words: '好', photos: [] }
        const above = innerAbove(flow, one.level)
        const decided: Record<(typeof moves)[number], () => Decision> = {
          take: () => acts.decideHandOver(one, by, tap, { to: by, words: '' }),
          give: () => acts.decideHandOver(one, by, tap, { to: people[days % 3]!, words: '' }),
          above: () =>
            above
              ? acts.decideMove(one, by, tap, { way: 'above', words: '', post: post(above) })
              : { outcome: 'done' },
          below: () => {
            const below = innerBelow(flow, one.level)
            return below
              ? acts.decideMove(one, by, tap, { way: 'below', words: '', post: post(below) })
              : { outcome: 'done' }
          },
          ask: () => acts.decideAskBack(one, by, tap, { words: '哪盏？', reachable: true }),
          refer: () => acts.decideRefer(one, by, tap, { words: '请修', due: at + dayMs }),
          reply: () =>
            acts.decideReply(one, by, tap, { ...words, on: '2026-11-21', due: at + dayMs }),
          invite: () =>
            acts.decideInvite(one, by, tap, {
              ...{ at: at + dayMs, where: '门口', words: '', ringBy: null },
            }),
          solve: () => acts.decideSolve(one, by, tap, { ...words, ringBy: null }),
          refuse: () =>
            acts.decideRefuse(one, by, tap, { words: '不归我们', turnTo: '12345', ringBy: null }),
          late: () =>
            acts.decideRise(
              one,
              above && one.state !== 'referred' ? post(above) : null,
              [lead.id],
              at,
            ),
          wait: () => acts.decideResume(one, at),
        }
        one = after(one, decided[move]())
        const top = one.state === 'referred' ? 'outside' : 'street'
        expect(caseLevels.indexOf(one.level)).toBeLessThanOrEqual(caseLevels.indexOf(top))
        expect(one.due === null || one.stage === 'active').toBe(true)
        expect(one.stage).toBe(stageOf(one.state))
        expect(one.owner).not.toBe(about.id)
        expect(one.text).toBe('灯不亮')
      })
    }),
  )
})

test('a deadline rises once, and what a new centre begins with makes sense', () => {
  const one = caseOf('lamp')
  const at = start + 3 * dayMs
  const post = { level: 'community', owner: null, ownerName: null, due: at + dayMs } as const
  const risen = after(one, acts.decideRise(one, post, [], at))
  expect(risen).toMatchObject({ level: 'community', due: at + dayMs })
  expect(acts.decideRise(risen, post, [], at)).toEqual({ outcome: 'done' })
  for (const flow of usualFlows) expect([flow.name, wrongWith(flow)]).toEqual([flow.name, null])
})
