import type { Member } from '@/domain/feedback/case'
import type { Worker } from '@/domain/feedback/working'
import { maskName } from '@/domain/residents/masking'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { holds, type Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'

/** In what office somebody acts on a case, as the time line names it; the highest first. */
const offices: readonly (readonly [StaffRole, string])[] = [
  ['centreStaff', '街道工作人员'],
  ['communityStaff', '社区工作人员'],
  ['gridWorker', '网格员'],
  ['mediator', '调解员'],
]

/** In what office somebody works at a place. */
export const officeOf = (
  caller: Pick<Passport, 'roles'>,
  path: readonly string[],
  at: Instant,
): string => offices.find(([role]) => holds(caller, [role], path, at))?.[1] ?? '工作人员'

/** 网格员 赵*: staff as residents are told of them. */
export const memberOf = (caller: Passport, path: readonly string[], at: Instant): Member => {
  const { id, name } = caller.person
  return { id, name, title: `${officeOf(caller, path, at)} ${maskName(name)}` }
}

/** Who acts on a case; under the id it knows them by, where records were merged. */
export const workerOf = (
  caller: Passport,
  { path, owner }: { readonly path: readonly string[]; readonly owner: string | null },
  at: Instant,
): Worker => {
  const member = memberOf(caller, path, at)
  return {
    ...member,
    id: idsOf(caller.person).find((id) => id === owner) ?? member.id,
    leads: holds(caller, ['communityStaff', 'centreStaff'], path, at),
  }
}

/** 调解员 王*, whatever else they are. */
export const mediatorOf = ({ id, name }: { id: string; name: string }): Member => ({
  id,
  name,
  title: `调解员 ${maskName(name)}`,
})
