import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { askAbout } from '../media/checks'
import { projects } from './store'

/** Asks WeChat about the pictures of a project it was not asked about yet. Safe to repeat. */
export const askAboutPhotos = async (centre: string, id: string, at: Instant): Promise<void> => {
  const store = projects.of(centre)
  const project = await store.get(id, { photos: true, toCheck: true, sender: true, rev: true })
  if (!project?.toCheck) return
  const { photos: files, sender: openid, rev } = project
  await askAbout(centre, { record: id, files, openid, at })
  // Who sent more meanwhile asks about those.
  await repeat(() => store.change(id, { toCheck: false, sender: '' }, { rev, toCheck: true }))
}
