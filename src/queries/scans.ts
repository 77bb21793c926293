import Taro from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { call, CallError, type Contracts, type InputOf, type OutputOf } from '@/src/api/call'
import { currentCentre } from '@/src/api/centre'
import { now } from '@/src/api/clock'
import { newKey } from '@/src/api/key'
import type { Instant } from '@/types/shared/day'
import type { ErrorData } from '@/types/shared/envelope'
import { queryClient, retryDelay } from './client'

/** What counts for the moment somebody was seen, also when the network is away at that moment: whose it is, and its name there. */
const kinds = {
  checkIn: ['activities', 'checkIn'],
  checkInByCard: ['activities', 'checkInByCard'],
  serve: ['canteen', 'serve'],
  shiftCheckIn: ['volunteers', 'checkIn'],
  shiftTick: ['volunteers', 'tick'],
  meetingCheckIn: ['proposals', 'checkInAtMeeting'],
  surveyAnswer: ['surveys', 'answerAtDoor'],
  surveyVisit: ['surveys', 'visit'],
} as const

type Kinds = typeof kinds
export type ScanProcedure = keyof Kinds

/** Input and output of a scan: of each kind alone, so that a union of them stays one. */
type Input<P extends ScanProcedure> = {
  [Q in P]: InputOf<Kinds[Q][0], Kinds[Q][1] & keyof Contracts[Kinds[Q][0]]>
}[P]
type Output<P extends ScanProcedure> = {
  [Q in P]: OutputOf<Kinds[Q][0], Kinds[Q][1] & keyof Contracts[Kinds[Q][0]]>
}[P]
type Typed<P extends ScanProcedure> = Omit<Input<P>, 'key' | 'scannedAt' | 'nonce'>

export type ScanState<P extends ScanProcedure = ScanProcedure> =
  | { at: 'sending' }
  /** The network is away: kept on the phone, sent when it is back. */
  | { at: 'kept'; scannedAt: Instant }
  | { at: 'answered'; value: Output<P> }
  | { at: 'refused'; error: CallError }

/** A scan that waits for the network. */
export interface KeptScan<P extends ScanProcedure = ScanProcedure> {
  procedure: P
  centre: string | null
  input: Typed<P> & { key: string; nonce: string; scannedAt: Instant }
}

/** A scan that was kept and turned down when it was sent at last: somebody has to look at it. */
export interface RefusedScan<P extends ScanProcedure = ScanProcedure> {
  procedure: P
  input: Typed<P>
  nonce: string
  scannedAt: Instant
  code: string
  data?: ErrorData
}

const storageKey = 'chj.scans'
const refusedKey = 'chj.scans.refused'
const tryAgainMs = 15_000
const mostTries = 4

/** By nonce; what was kept in an earlier run of the program is in `kept` alone until it is sent. */
const states = new Map<string, ScanState>()
const listeners = new Set<() => void>()
let kept: readonly KeptScan[] | undefined
let refused: readonly RefusedScan[] | undefined
let sending = false
let later: ReturnType<typeof setTimeout> | undefined

const keptScans = (): readonly KeptScan[] => {
  if (kept) return kept
  const stored: unknown = Taro.getStorageSync(storageKey)
  return (kept = Array.isArray(stored) ? (stored as KeptScan[]) : [])
}

const tell = () => listeners.forEach((listener) => listener())

const keep = (scans: readonly KeptScan[]): void => {
  kept = scans
  Taro.setStorageSync(storageKey, scans)
  tell()
}

const refusedScans = (): readonly RefusedScan[] => {
  if (refused) return refused
  const stored: unknown = Taro.getStorageSync(refusedKey)
  return (refused = Array.isArray(stored) ? (stored as RefusedScan[]) : [])
}

const noteRefused = (scans: readonly RefusedScan[]): void => {
  refused = scans
  Taro.setStorageSync(refusedKey, scans)
  tell()
}

const become = (nonce: string, state: ScanState): void => {
  states.set(nonce, state)
  tell()
}

/** An answer that will not change by sending again. A fault of the server is none. */
const isFinal = (error: unknown): error is CallError =>
  error instanceof CallError && !error.passing && error.code !== 'Internal'

/** What sending came to: an answer; a fault of the server with this one scan; or nothing reached it. */
type Sent = 'answered' | 'fault' | 'away'

/** Sends it, again while the server is only busy. What got no answer has to be sent later. */
const sent = async (
  nonce: string,
  procedure: ScanProcedure,
  input: object,
  centre: string | null,
): Promise<Sent> => {
  for (let attempt = 0; ; attempt++) {
    try {
      const [module, name] = kinds[procedure]
      const value = await call(module, name as never, input as never, centre)
      become(nonce, { at: 'answered', value })
      void queryClient.invalidateQueries()
      return 'answered'
    } catch (error) {
      if (isFinal(error)) {
        become(nonce, { at: 'refused', error })
        return 'answered'
      }
      if (error instanceof CallError && error.code === 'Internal') return 'fault'
      const busy = error instanceof CallError && error.code === 'TryAgain'
      if (!busy || attempt >= mostTries) return 'away'
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt)))
    }
  }
}

/**
 * Sends a scan. Seen by the server at once it needs no time of its own; when it cannot be sent, it is kept with the
 * moment it was made, which the server then judges. A form gives the key it made when it opened. Returns its nonce, for
 * `useScan`.
 */
export const scan = <P extends ScanProcedure>(
  procedure: P,
  typed: Typed<P>,
  scannedAt: Instant = now(),
  key: string = newKey(),
): string => {
  const nonce = newKey()
  const input = { ...typed, key }
  const centre = currentCentre()
  const keepIt = () => {
    keep([...keptScans(), { procedure, centre, input: { ...input, nonce, scannedAt } as never }])
    become(nonce, { at: 'kept', scannedAt })
    sendSoon()
  }
  become(nonce, { at: 'sending' })
  if (!onlineManager.isOnline()) keepIt()
  else
    void sent(nonce, procedure, input, centre).then((came) => {
      if (came !== 'answered') keepIt()
    })
  return nonce
}

const sendSoon = (): void => {
  clearTimeout(later)
  if (keptScans().length > 0) later = setTimeout(() => void sendKept(), tryAgainMs)
}

/**
 * Sends what was kept, in the order of the scans, until nothing reaches the server. One the server has a fault with stays
 * kept, and holds up no other.
 */
const sendKept = async (): Promise<void> => {
  if (sending) return
  sending = true
  try {
    const passed = new Set<string>()
    const next = () => keptScans().find(({ input }) => !passed.has(input.nonce))
    for (let one = next(); one; one = next()) {
      const { procedure, input, centre } = one
      const came = await sent(input.nonce, procedure, input, centre)
      if (came === 'away') break
      if (came === 'fault') {
        passed.add(input.nonce)
        continue
      }
      const { nonce, scannedAt } = input
      const state = states.get(nonce)
      if (state?.at === 'refused') {
        const { code, data } = state.error
        noteRefused([
          ...refusedScans(),
          { procedure, input, nonce, scannedAt, code, ...(data && { data }) },
        ])
      }
      keep(keptScans().filter((other) => other.input.nonce !== nonce))
    }
  } finally {
    sending = false
    sendSoon()
  }
}

/** Called once, at launch: kept scans are sent now, and whenever the network or the person comes back. */
export const sendKeptScans = (): void => {
  const soon = () => void sendKept()
  onlineManager.subscribe((online) => online && soon())
  Taro.onAppShow(soon)
  soon()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** How a scan stands. */
export const useScan = <P extends ScanProcedure>(
  _procedure: P,
  nonce: string | undefined,
): ScanState<P> | undefined =>
  useSyncExternalStore(subscribe, () =>
    nonce === undefined ? undefined : (states.get(nonce) as ScanState<P> | undefined),
  )

/** Scans of a kind that wait for the network, oldest first. */
export const useKeptScans = <P extends ScanProcedure>(procedure: P): ReadonlyArray<KeptScan<P>> =>
  useSyncExternalStore(subscribe, keptScans).filter(
    (one): one is KeptScan<P> => one.procedure === procedure,
  )

/** Kept scans that were turned down when they were sent, oldest first, until somebody has seen them. */
export const useRefusedScans = <P extends ScanProcedure>(
  procedure: P,
): ReadonlyArray<RefusedScan<P>> =>
  useSyncExternalStore(subscribe, refusedScans).filter(
    (one): one is RefusedScan<P> => one.procedure === procedure,
  )

/** Somebody has seen why it was turned down. */
export const forgetRefusedScan = (nonce: string): void =>
  noteRefused(refusedScans().filter((one) => one.nonce !== nonce))
