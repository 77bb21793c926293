import type { Honoured } from '@/types/honours'
import { addressesOf } from '../kit/files'
import type { HonourDoc } from './store'

/** Who agreed to be on the wall, as staff see them, with what stands there. */
export const honouredShown = async (
  all: readonly { person: Honoured['person']; entry: HonourDoc | null }[],
): Promise<Honoured[]> => {
  const pictures = await addressesOf(all.flatMap(({ entry }) => entry?.photo ?? []))
  return all.map(({ person, entry }) => ({
    person,
    words: entry?.words ?? null,
    photo: pictures.get(entry?.photo ?? '') ?? null,
    photoFile: entry?.photo ?? null,
    show: entry?.show ?? false,
  }))
}
