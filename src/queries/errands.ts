import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { errands } from '@/src/api/words/errands'
import type { Errand, ErrandToDo, Offered } from '@/types/errands'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('errands', errands)

type Menu = OutputOf<'errands', 'menu'>

type Shown<T> = Pick<
  UseQueryResult<T, CallError>,
  'data' | 'dataUpdatedAt' | 'error' | 'isError' | 'isFetching' | 'fetchStatus' | 'refetch'
>

/** Somebody may have said yes, or set off, while people look. */
const everyHalfMinute = 30_000

/** What can be ordered, and for whom of my family, or `forResident` in their place when staff act for somebody. */
export const useErrandMenu = (forResident?: string): Shown<Menu> => {
  const reading = useRead('errands', 'menu', {})
  const orderer = useRead(
    'errands',
    'orderer',
    { forResident },
    { enabled: forResident !== undefined },
  )
  if (forResident === undefined) return reading
  return {
    ...reading,
    data: reading.data && orderer.data && { ...reading.data, family: [orderer.data] },
    error: reading.error ?? orderer.error,
    isError: reading.isError || orderer.isError,
    isFetching: reading.isFetching || orderer.isFetching,
    refetch: (options) => {
      void orderer.refetch(options)
      return reading.refetch(options)
    },
  }
}

/** What my family ordered, or `forResident` in their place. */
export const useMyErrands = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Errand[], CallError> =>
  usePages('errands', 'mine', forResident === undefined ? {} : { forResident }, {
    enabled,
    every: everyHalfMinute,
  })
export const useOrderErrand = () => useSubmit('errands', 'order')
export const useCancelErrand = () => useSubmit('errands', 'cancel')
export const useConfirmErrand = () => useSubmit('errands', 'confirm')

/** What I was asked for, or what else needs somebody near me. */
export const useOpenErrands = (
  asked: boolean,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<Offered[], CallError> =>
  usePages('errands', 'open', { asked }, { enabled, every: everyHalfMinute })

/** What keeps me from helping. */
export const useMayHelp = ({
  enabled,
}: {
  enabled: boolean
}): UseQueryResult<OutputOf<'errands', 'mayHelp'>, CallError> =>
  useRead('errands', 'mayHelp', {}, { enabled })

/** What I promised to do, or did. */
export const useErrandsToDo = (
  past: boolean,
  { enabled }: { enabled: boolean },
): UseInfiniteQueryResult<ErrandToDo[], CallError> =>
  usePages('errands', 'myErrands', { past }, { enabled, every: everyHalfMinute })

/** One of them, with the card for the door. */
export const useErrandToDo = (
  errand: string,
): UseQueryResult<OutputOf<'errands', 'toDo'>, CallError> =>
  useRead('errands', 'toDo', { errand }, { every: everyHalfMinute })
export const useAcceptErrand = () => useSubmit('errands', 'accept')
export const useDeclineErrand = () => useSubmit('errands', 'decline')
export const useSetOff = () => useSubmit('errands', 'setOff')
export const useFinishErrand = () => useSubmit('errands', 'finish')
