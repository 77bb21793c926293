import { useQueries, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { call, type CallError, type OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import type { PersonForStaff, PersonLine } from '@/types/residents'
import type { StaffRole } from '@/types/shared/roles'
import { usePages, useRead, useSubmit } from './hooks'

export const useMe = (): UseQueryResult<OutputOf<'residents', 'me'>, CallError> =>
  useRead('residents', 'me', {})

export const useSignIn = () => useSubmit('residents', 'signIn')

/** Whether I hold one of these roles anywhere; what I may do with it, the server decides. */
export const useHolds = (): ((...roles: readonly StaffRole[]) => boolean) => {
  const held = useMe().data?.roles ?? []
  return (...roles) => held.some(({ role }) => roles.includes(role))
}

/** The member code of myself, or of somebody I act for; kept, so that it shows without a network. */
export const useMemberCode = (
  forResident: string | undefined,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<'residents', 'memberCode'>, CallError> =>
  useRead('residents', 'memberCode', forResident === undefined ? {} : { forResident }, { enabled })

export const useRenewMemberCode = () => useSubmit('residents', 'renewMemberCode')
export const useUpdateProfile = () => useSubmit('residents', 'updateProfile')
export const useBindPhone = () => useSubmit('residents', 'bindPhone')

export const useAddDependant = () => useSubmit('residents', 'addDependant')
export const useRemoveDependant = () => useSubmit('residents', 'removeDependant')
export const useAskToAct = () => useSubmit('residents', 'askToAct')
export const useAnswerActor = () => useSubmit('residents', 'answerActor')
export const useEndActing = () => useSubmit('residents', 'endActing')
export const useTakeOverRecord = () => useSubmit('residents', 'takeOverRecord')

export const useConsents = (): UseQueryResult<OutputOf<'residents', 'consents'>, CallError> =>
  useRead('residents', 'consents', {})
export const useGiveConsent = () => useSubmit('residents', 'giveConsent')
export const useWithdrawConsent = () => useSubmit('residents', 'withdrawConsent')

export const useExportMyData = () => useSubmit('residents', 'exportMyData')
export const useDeleteMyAccount = () => useSubmit('residents', 'deleteMyAccount')
export const useKeepMyAccount = () => useSubmit('residents', 'keepMyAccount')

/** Places to choose a home from: communities, then what lies below the one chosen. */
export const usePlaces = (
  under: string | undefined,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<'residents', 'listPlaces'>, CallError> =>
  useRead('residents', 'listPlaces', under === undefined ? {} : { under }, { enabled })

/** People of my nodes by what was typed; nothing is asked before something is. */
export const usePeople = (text: string): UseInfiniteQueryResult<PersonLine[], CallError> =>
  usePages('residents', 'findPeople', { text }, { enabled: text !== '' })

/** Whose card was scanned; nothing is asked without one. */
export const usePersonByCard = (card: string | undefined): UseQueryResult<PersonLine, CallError> =>
  useRead('residents', 'personByCard', { card: card ?? '' }, { enabled: card !== undefined })

export const usePerson = (person: string | undefined): UseQueryResult<PersonForStaff, CallError> =>
  useRead('residents', 'getPerson', { person: person ?? '' }, { enabled: person !== undefined })

export const useRegisterPerson = () => useSubmit('residents', 'registerPerson')
export const useVerifyResidency = () => useSubmit('residents', 'verifyResidency')
export const useRevokeVerification = () => useSubmit('residents', 'revokeVerification')
export const useDeleteAccountFor = () => useSubmit('residents', 'deleteAccountFor')
export const useKeepAccountFor = () => useSubmit('residents', 'keepAccountFor')
export const useSetTag = () => useSubmit('residents', 'setTag')
export const useRemoveTag = () => useSubmit('residents', 'removeTag')
export const useIssueCard = () => useSubmit('residents', 'issueCard')
export const useRevokeCard = () => useSubmit('residents', 'revokeCard')
export const useAllowActor = () => useSubmit('residents', 'allowActor')

export const useDoubles = () => usePages('residents', 'listDoubles', {})
export const useMergePeople = () => useSubmit('residents', 'mergePeople')
export const useDismissDouble = () => useSubmit('residents', 'dismissDouble')

/** The tree below the nodes I see, with owners. */
export const useNodes = ({ enabled = true }: { enabled?: boolean } = {}): UseQueryResult<
  OutputOf<'residents', 'listNodes'>,
  CallError
> => useRead('residents', 'listNodes', {}, { enabled })

/** How a node is called: from my own roles, else from the tree, which not every role may read. */
export const useNodeName = (node: string): string => {
  const held = useMe().data?.roles ?? []
  const own = held.find((role) => role.node === node)?.nodeName
  const nodes = useNodes({ enabled: useHolds()('communityStaff', 'centreStaff', 'admin') })
  return own ?? nodes.data?.items.find(({ id }) => id === node)?.name ?? ''
}
export const useSaveNode = () => useSubmit('residents', 'saveNode')
export const useSetOwner = () => useSubmit('residents', 'setOwner')
export const useSetAway = () => useSubmit('residents', 'setAway')
export const useGrantRole = () => useSubmit('residents', 'grantRole')
export const useRevokeRole = () => useSubmit('residents', 'revokeRole')

export const useRoles = (
  node: string,
): UseQueryResult<OutputOf<'residents', 'listRoles'>, CallError> =>
  useRead('residents', 'listRoles', { node })

/** Everybody who holds a role at one of these nodes, each once: who may answer for the lowest of them. */
export const useStaffAlong = (
  nodes: readonly string[],
): ReadonlyArray<{ id: string; name: string }> => {
  const centre = useCentre()
  const read = useQueries({
    queries: nodes.map((node) => ({
      queryKey: ['residents', 'listRoles', centre, { node }],
      queryFn: () => call('residents', 'listRoles', { node }, centre),
    })),
  })
  const holders = read.flatMap(({ data }) => data?.items ?? [])
  return [...new Map(holders.map(({ person, name }) => [person, name]))].map(([id, name]) => ({
    id,
    name,
  }))
}
