import type { Instant } from '@/types/shared/day'
import type { UploadPurpose } from '@/types/shared/uploads'
import type { Passport } from '../kit/passport'
import { takeUploads } from '../kit/uploads'
import { dishes, tariffOf } from './store'

interface Saving {
  centre: string
  caller: Passport
  at: Instant
}

/** The picture of a record: one it `has` stays, an upload is taken and copied for it. */
export const ownPicture = async (
  { centre, caller, at }: Saving,
  record: string,
  { file, purpose, field }: { file: string | null; purpose: UploadPurpose; field: string },
  has: readonly string[],
): Promise<string | null> => {
  if (file === null || has.includes(file)) return file
  const taken = await takeUploads({ centre, person: caller.person.id, at }, record, [
    { file, purpose, field },
  ])
  return taken.get(file) ?? null
}

/** The pictures a dish has or had: menus still show them. */
export const dishPhotos = async (centre: string, dish: string): Promise<readonly string[]> =>
  (await dishes.of(centre).get(dish, { photos: true }))?.photos ?? []

/** The pictures of licences, of those who ran the canteen before too. */
export const licencePhotos = async (centre: string): Promise<readonly string[]> =>
  ((await tariffOf(centre))?.operators ?? []).flatMap(({ licencePhoto }) => licencePhoto ?? [])
