import { funds, projects } from './store'

/** The pictures a project has or had. */
export const projectPhotos = async (centre: string, record: string): Promise<readonly string[]> =>
  (await projects.of(centre).get(record, { photos: true }))?.photos ?? []

/** Receipts of what a fund paid. */
export const fundReceipts = async (centre: string, record: string): Promise<readonly string[]> =>
  (await funds.of(centre).get(record, { photos: true }))?.photos ?? []
