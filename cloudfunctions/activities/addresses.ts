import type { ActivityCard } from '@/types/activities'
import { cloud } from '../kit/cloud'

interface Address {
  fileID: string
  status: number
  tempFileURL: string
}

/** Files are stored under ids of the cloud; phones load them from short-lived https addresses. */
export const addressesOf = async (files: readonly string[]): Promise<Map<string, string>> => {
  if (files.length === 0) return new Map()
  const answer = (await cloud.getTempFileURL({ fileList: [...files] })) as { fileList: Address[] }
  return new Map(
    answer.fileList
      .filter(({ status }) => status === 0)
      .map(({ fileID, tempFileURL }) => [fileID, tempFileURL]),
  )
}

/** Cards with pictures a phone can load; a picture that is gone gives way to the drawing of the category. */
export const withAddresses = async (cards: readonly ActivityCard[]): Promise<ActivityCard[]> => {
  const addresses = await addressesOf(cards.flatMap(({ photo }) => photo ?? []))
  return cards.map((card) => ({ ...card, photo: addresses.get(card.photo ?? '') ?? null }))
}
