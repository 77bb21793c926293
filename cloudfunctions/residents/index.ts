import { residents } from '@/types/residents'
import { serve } from '../kit/serve'
import { addDependant } from './addDependant'
import { allowActor } from './allowActor'
import { answerActor } from './answerActor'
import { askToAct } from './askToAct'
import { bindPhone } from './bindPhone'
import { consents } from './consents'
import { deleteAccountFor } from './deleteAccountFor'
import { deleteMyAccount } from './deleteMyAccount'
import { dismissDouble } from './dismissDouble'
import { endActing } from './endActing'
import { exportMyData } from './exportMyData'
import { findPeople } from './findPeople'
import { getPerson } from './getPerson'
import { giveConsent } from './giveConsent'
import { grantRole } from './grantRole'
import { issueCard } from './issueCard'
import { keepAccountFor } from './keepAccountFor'
import { keepMyAccount } from './keepMyAccount'
import { listDoubles } from './listDoubles'
import { listNodes } from './listNodes'
import { listPlaces } from './listPlaces'
import { listRoles } from './listRoles'
import { me } from './me'
import { memberCode } from './memberCode'
import { mergePeople } from './mergePeople'
import { personByCard } from './personByCard'
import { registerPerson } from './registerPerson'
import { removeDependant } from './removeDependant'
import { removeTag } from './removeTag'
import { renewMemberCode } from './renewMemberCode'
import { revokeCard } from './revokeCard'
import { revokeRole } from './revokeRole'
import { revokeVerification } from './revokeVerification'
import { saveNode } from './saveNode'
import { setAway } from './setAway'
import { setOwner } from './setOwner'
import { setTag } from './setTag'
import { signIn } from './signIn'
import { takeOverRecord } from './takeOverRecord'
import { updateProfile } from './updateProfile'
import { verifyResidency } from './verifyResidency'
import { withdrawConsent } from './withdrawConsent'

export const main = serve(residents, {
  me,
  signIn,
  updateProfile,
  bindPhone,
  addDependant,
  removeDependant,
  askToAct,
  answerActor,
  endActing,
  allowActor,
  memberCode,
  renewMemberCode,
  takeOverRecord,
  consents,
  giveConsent,
  withdrawConsent,
  exportMyData,
  deleteMyAccount,
  keepMyAccount,
  listPlaces,
  findPeople,
  personByCard,
  getPerson,
  registerPerson,
  verifyResidency,
  revokeVerification,
  deleteAccountFor,
  keepAccountFor,
  issueCard,
  revokeCard,
  listDoubles,
  mergePeople,
  dismissDouble,
  setTag,
  removeTag,
  listNodes,
  saveNode,
  setOwner,
  setAway,
  listRoles,
  grantRole,
  revokeRole,
})
