import { goods } from './store'

/** The pictures goods have or had. */
export const goodsPhotos = async (centre: string, record: string): Promise<readonly string[]> =>
  (await goods.of(centre).get(record, { photos: true }))?.photos ?? []
