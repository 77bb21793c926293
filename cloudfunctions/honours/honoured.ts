import type { Honoured } from '@/types/honours'
import { addressesOf } from '../kit/files'
import type { Facts } from '../kit/passport'
import type { HonourDoc } from './store'
import { linesBelow } from './wall'

/** Who agreed to be on the wall, as staff see them, with what stands there. */
export const honouredShown = async (
  centre: string,
  all: readonly { facts: Facts; entry: HonourDoc | null }[],
): Promise<Honoured[]> => {
  const [pictures, lines] = await Promise.all([
    addressesOf(all.flatMap(({ entry }) => entry?.photo ?? [])),
    Promise.all(all.map(async ({ facts, entry }) => (entry ? linesBelow(centre, facts) : []))),
  ])
  return all.map(({ facts: { id, name }, entry }, i) => ({
    person: { id, name },
    words: entry?.words ?? null,
    photo: pictures.get(entry?.photo ?? '') ?? null,
    photoFile: entry?.photo ?? null,
    show: entry?.show ?? false,
    rev: entry?.rev ?? 0,
    thanks: lines[i] ?? [],
  }))
}
