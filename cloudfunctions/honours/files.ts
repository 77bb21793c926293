import { honourEntries } from './store'

/** The picture of somebody on the wall. */
export const honourPhotos = async (centre: string, honour: string): Promise<readonly string[]> => {
  const known = await honourEntries.of(centre).get(honour, { photo: true })
  return known?.photo ? [known.photo] : []
}
