import { lastYear } from '@/domain/volunteers/hours'
import { maskName } from '@/domain/residents/masking'
import { honours as contract, type Honour } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { addressesOf } from '../kit/files'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { isNamed, namedToday } from './named'
import { honourEntries, thanksNotes } from './store'

/** Each comes with what it was thanked for, which is a request of its own. */
const mostAtOnce = 10

/** What stands below one person. */
const mostThanks = 3

export const honours = procedure(contract, 'honours', {
  async run({ centre, input: { after }, at }) {
    const today = dayOf(at)
    const { documents, next } = await honourEntries
      .of(centre)
      .page({ where: { show: true }, by: ['at', 'desc'], after, limit: mostAtOnce })
    const named = await namedToday(
      centre,
      documents.map(({ person }) => person),
      today,
    )
    const shown = documents.filter((entry) => isNamed(named, entry))
    const [pictures, thanks] = await Promise.all([
      addressesOf(shown.flatMap(({ photo }) => photo ?? [])),
      Promise.all(shown.map(({ person }) => onWall(centre, idsOf(named.get(person)!.facts)))),
    ])
    const items = shown.map(({ _id, person, words, photo }, i): Honour => {
      const { name, minutes = {} } = named.get(person)!.facts
      return {
        ...{ id: _id, name, words },
        photo: pictures.get(photo ?? '') ?? null,
        minutes: lastYear(minutes, today),
        thanks: thanks[i] ?? [],
      }
    })
    return { items, next }
  },
})

const onWall = async (centre: string, ids: readonly string[]): Promise<Honour['thanks']> => {
  const { documents } = await thanksNotes.of(centre).page({
    where: ids.map((to) => ({ to, onWall: true })),
    by: ['at', 'desc'],
    limit: mostThanks,
  })
  return documents.map(({ fromName, wall, at }) => ({
    from: maskName(fromName),
    words: wall ?? '',
    on: dayOf(at),
  }))
}
