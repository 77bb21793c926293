import { lastYear } from '@/domain/volunteers/hours'
import { honours as contract, type Honour } from '@/types/honours'
import { dayOf, type Day } from '@/types/shared/day'
import { addressesOf } from '../kit/files'
import { pageOfKept } from '../kit/kept'
import { procedure } from '../kit/procedure'
import { isNamed, namedToday } from './named'
import { honourEntries, type HonourDoc } from './store'
import { entriesAtOnce, linesBelow } from './wall'

export const honours = procedure(contract, 'honours', {
  run({ centre, input: { after }, at }) {
    return pageOfKept(
      after,
      (from) =>
        honourEntries
          .of(centre)
          .page({ where: { show: true }, by: ['at', 'desc'], after: from, limit: entriesAtOnce }),
      (entries) => shownOf(centre, entries, dayOf(at)),
    )
  },
})

const shownOf = async (
  centre: string,
  entries: readonly HonourDoc[],
  today: Day,
): Promise<Honour[]> => {
  const named = await namedToday(
    centre,
    entries.map(({ person }) => person),
    today,
  )
  const shown = entries.filter((entry) => isNamed(named, entry))
  const [pictures, thanks] = await Promise.all([
    addressesOf(shown.flatMap(({ photo }) => photo ?? [])),
    Promise.all(shown.map(({ person }) => linesBelow(centre, named.get(person)!.facts))),
  ])
  return shown.map(({ _id, person, words, photo }, i): Honour => {
    const { name, minutes = {} } = named.get(person)!.facts
    return {
      ...{ id: _id, name, words },
      photo: pictures.get(photo ?? '') ?? null,
      minutes: lastYear(minutes, today),
      thanks: (thanks[i] ?? []).map(({ words: said, on }) => ({ words: said, on })),
    }
  })
}
