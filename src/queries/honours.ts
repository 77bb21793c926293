import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { CallError, OutputOf } from '@/src/api/call'
import { bringWords } from '@/src/api/words'
import { honours } from '@/src/api/words/honours'
import type { Certificate, Honour, Honoured, Thanks, ThanksRead, Deed } from '@/types/honours'
import type { ThanksKind } from '@/types/shared/thanks'
import { usePages, useRead, useSubmit } from './hooks'

bringWords('honours', honours)

type Pages<Item> = UseInfiniteQueryResult<Item[], CallError>

/** Somebody it is for, when it is not for myself. */
const of = (forResident: string | undefined) => (forResident === undefined ? {} : { forResident })

export const useHonours = (): Pages<Honour> => usePages('honours', 'honours', {})

/** Who gave most hours in a month. */
export const useRanking = (
  month: string,
): UseQueryResult<OutputOf<'honours', 'ranking'>, CallError> =>
  useRead('honours', 'ranking', { month })

export const useToThank = ({ enabled }: { enabled: boolean }): Pages<Deed> =>
  usePages('honours', 'toThank', {}, { enabled })

/** Who did a thing; nothing is asked before one is chosen. */
export const useWhomToThank = (
  chosen: { kind: ThanksKind; id: string } | undefined,
  forResident: string | undefined,
): UseQueryResult<OutputOf<'honours', 'whomToThank'>, CallError> =>
  useRead(
    'honours',
    'whomToThank',
    { for: chosen ?? { kind: 'shift', id: '' }, ...of(forResident) },
    { enabled: chosen !== undefined },
  )
export const useThank = () => useSubmit('honours', 'thank')

/** What I was thanked for; with `sent`, what I wrote. */
export const useMyThanks = (sent: boolean, { enabled }: { enabled: boolean }): Pages<Thanks> =>
  usePages('honours', 'myThanks', { sent }, { enabled })

export const useCertify = () => useSubmit('honours', 'certify')
export const useMyCertificates = (
  forResident: string | undefined,
  { enabled }: { enabled: boolean },
): Pages<Certificate> => usePages('honours', 'myCertificates', of(forResident), { enabled })

/** A certificate with all that stands on it. */
export type WholeCertificate = OutputOf<'honours', 'certificate'>

export const useCertificate = (
  certificate: string,
  forResident: string | undefined,
): UseQueryResult<WholeCertificate, CallError> =>
  useRead('honours', 'certificate', { certificate, ...of(forResident) })
export const useCertificateFile = () => useSubmit('honours', 'certificateFile')

/** Whether a paper is true, asked of the centre it names; nothing is asked before a code is there. */
export const useCheckCertificate = (
  asked: { centre: string | null; code: string } | undefined,
): UseQueryResult<OutputOf<'honours', 'checkCertificate'>, CallError> =>
  useRead(
    'honours',
    'checkCertificate',
    { code: asked?.code ?? '' },
    { enabled: asked !== undefined, ...(asked?.centre && { inCentre: asked.centre }) },
  )

export const useHonoursForStaff = (): Pages<Honoured> => usePages('honours', 'honoursForStaff', {})
export const useSaveHonour = () => useSubmit('honours', 'saveHonour')
export const useTakeThanksDown = () => useSubmit('honours', 'takeThanksDown')

export const useThanksToRead = (): Pages<ThanksRead> => usePages('honours', 'thanksToRead', {})
export const useAnswerThanks = () => useSubmit('honours', 'answerThanks')

export const useExportRecords = () => useSubmit('honours', 'exportRecords')
