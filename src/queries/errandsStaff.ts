import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { errands } from '@/src/api/words/errands'
import type { ErrandForStaff } from '@/types/errands'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('errands', errands)

export type ErrandView = NonNullable<InputOf<'errands', 'listForStaff'>['view']>

/** Volunteers answer while staff look. */
const everyHalfMinute = 30_000

export const useStaffErrands = (
  view: ErrandView,
): UseInfiniteQueryResult<ErrandForStaff[], CallError> =>
  usePages('errands', 'listForStaff', { view }, { every: everyHalfMinute })

/** One errand, and whom to ask for it. */
export const useCandidates = (
  errand: string,
): UseQueryResult<OutputOf<'errands', 'candidates'>, CallError> =>
  useRead('errands', 'candidates', { errand }, { every: everyHalfMinute })
export const useAskForErrand = () => useSubmit('errands', 'ask')
export const useVolunteerContact = () => useSubmit('errands', 'contact')
export const useTakeOffErrand = () => useSubmit('errands', 'takeOff')
export const useReportErrand = () => useSubmit('errands', 'report')
export const useSettleErrand = () => useSubmit('errands', 'settle')
export const useCancelForResident = () => useSubmit('errands', 'cancel')
export const useConfirmForResident = () => useSubmit('errands', 'confirm')

export const useErrandKinds = (): UseQueryResult<OutputOf<'errands', 'kindsForStaff'>, CallError> =>
  useRead('errands', 'kindsForStaff', {})
export const useSaveErrandKind = () => useSubmit('errands', 'saveKind')
