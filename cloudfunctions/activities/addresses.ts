import type { ActivityCard } from '@/types/activities'
import { addressesOf } from '../kit/files'

/** Cards with pictures a phone can load; a picture that is gone gives way to the drawing of the category. */
export const withAddresses = async (cards: readonly ActivityCard[]): Promise<ActivityCard[]> => {
  const addresses = await addressesOf(cards.flatMap(({ photo }) => photo ?? []))
  return cards.map((card) => ({ ...card, photo: addresses.get(card.photo ?? '') ?? null }))
}
