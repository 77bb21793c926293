import type { Member } from '@/domain/feedback/case'
import { maskName } from '@/domain/residents/masking'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { holds, type Passport } from '../kit/passport'

/** In what office somebody acts on a case, as the time line names it; the highest first. */
const offices: readonly (readonly [StaffRole, string])[] = [
  ['centreStaff', '街道工作人员'],
  ['communityStaff', '社区工作人员'],
  ['gridWorker', '网格员'],
  ['mediator', '调解员'],
]

/** 网格员 赵*: staff as residents are told of them. */
export const memberOf = (caller: Passport, path: readonly string[], at: Instant): Member => {
  const { id, name } = caller.person
  const office = offices.find(([role]) => holds(caller, [role], path, at))?.[1] ?? '工作人员'
  return { id, name, title: `${office} ${maskName(name)}` }
}

/** 调解员 王*, whatever else they are. */
export const mediatorOf = ({ id, name }: { id: string; name: string }): Member => ({
  id,
  name,
  title: `调解员 ${maskName(name)}`,
})
