import type { CaseStep } from '@/domain/feedback/case'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { checksOf, passedOf } from '../media/checks'
import { nodes } from '../residents/store'
import { isTellable } from './offBoard'
import { forWork } from './staffCase'
import type { CaseDoc } from './store'

/** A case that may be told of on the public board. */
export const tellable = (one: CaseDoc | null, caller: Passport): CaseDoc => {
  const known = forWork(found(one), caller)
  return isTellable(known) ? known : fail('NotNow')
}

/** Steps whose pictures staff took, not who sent it. */
const byStaff = ({ kind, by, who }: CaseStep): boolean =>
  by !== null && who !== '' && kind !== 'edited' && kind !== 'answered' && kind !== 'reopened'

export interface Offered {
  id: string
  file: string
  from: 'staff' | 'reporter'
}

/** Pictures that may be shown: those of staff, and the reporter's where they said yes; all of them looked at before. */
export const offeredOf = async (one: CaseDoc): Promise<Offered[]> => {
  const said: Offered[] = one.mayShow
    ? one.photos.map((file, i) => ({ id: `said-${i}`, file, from: 'reporter' }))
    : []
  const done = one.steps.flatMap((step, n) =>
    byStaff(step)
      ? step.photos.map((file, i): Offered => ({ id: `step-${n}-${i}`, file, from: 'staff' }))
      : [],
  )
  const all = [...said, ...done]
  if (all.length === 0) return []
  const passed = new Set(
    passedOf(
      all.map(({ file }) => file),
      await checksOf(one.centre, one._id),
    ),
  )
  return all.filter(({ file }) => passed.has(file))
}

/** The names of the community and the building of a case; empty where it lies in none. */
export const placeNames = async ({
  centre,
  path,
  placeName,
}: CaseDoc): Promise<{ communityName: string; buildingName: string }> => {
  const community = path[1] === undefined ? null : await nodes.of(centre).get(path[1])
  const last = path.length > 2 ? await nodes.of(centre).get(path.at(-1) ?? '') : null
  return {
    communityName: community?.label ?? '',
    buildingName: last?.kind === 'building' ? placeName : '',
  }
}
