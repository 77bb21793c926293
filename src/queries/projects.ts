import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, InputOf, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { projects } from '@/src/api/words/projects'
import type {
  FundLine,
  FundLineForStaff,
  Project,
  ProjectForStaff,
  ProjectLine,
} from '@/types/projects'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('projects', projects)

export const useProjects = ({
  enabled,
}: {
  enabled: boolean
}): UseInfiniteQueryResult<ProjectLine[], CallError> =>
  usePages('projects', 'list', {}, { enabled })
export const useProject = (
  project: string,
  { enabled }: { enabled: boolean },
): UseQueryResult<Project, CallError> => useRead('projects', 'get', { project }, { enabled })
export const useStatementOf = (
  project: string,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<FundLine[], CallError> =>
  usePages('projects', 'statement', { project }, { enabled })

export type ProjectView = NonNullable<InputOf<'projects', 'listForStaff'>['view']>

export const useStaffProjects = (
  view: ProjectView,
): UseInfiniteQueryResult<ProjectLine[], CallError> =>
  usePages('projects', 'listForStaff', { view })
export const useStaffProject = (
  project: string | undefined,
): UseQueryResult<ProjectForStaff, CallError> =>
  useRead('projects', 'getForStaff', { project: project ?? '' }, { enabled: project !== undefined })
/** Who may answer for a project of a place; nothing is asked while there is none. */
export const useProjectColleagues = (
  node: string,
): UseQueryResult<OutputOf<'projects', 'colleagues'>, CallError> =>
  useRead('projects', 'colleagues', { node }, { enabled: node !== '' })
export const useFundLedger = (
  project: string,
): UseInfiniteQueryResult<FundLineForStaff[], CallError> =>
  usePages('projects', 'ledger', { project })

export const useSaveProject = (key: string) => useSubmit('projects', 'save', key)
export const useSaveMilestone = () => useSubmit('projects', 'saveMilestone')
export const useRemoveMilestone = () => useSubmit('projects', 'removeMilestone')
export const useReportMilestone = () => useSubmit('projects', 'report')
export const useLetPhoto = () => useSubmit('projects', 'letPhoto')
export const useEndProject = () => useSubmit('projects', 'end')
export const useStartFund = () => useSubmit('projects', 'startFund')
export const useRecordDonation = () => useSubmit('projects', 'recordDonation')
export const useRecordExpense = () => useSubmit('projects', 'recordExpense')
export const useReverseLine = () => useSubmit('projects', 'reverse')
export const useExportStatement = () => useSubmit('projects', 'exportStatement')
