import { useEffect, useRef } from 'react'
import { now } from '@/src/api/clock'
import { newKey } from '@/src/api/key'
import type { ChosenFile } from '@/src/platform/chooseFile'
import { forgetFile, keepFile, keptFile } from '@/src/platform/keepFile'
import type { UploadPurpose } from '@/types/shared/uploads'
import { useOnline } from './online'
import { useUpload, type Uploading } from './uploads'

/** A picture taken or a sound recorded: on this phone first, in the cloud as soon as there is a network. */
export interface Taken {
  id: string
  name: string
  /** Where this phone keeps it; null where it keeps none. */
  kept: string | null
  /** An address this phone can show for as long as the page lives; empty when it was taken before. */
  shown: string
  /** In the cloud, since when; null as long as it is not there. */
  sent: { file: string; at: number } | null
}

/** What was taken since the program was opened. */
const atHand = new Map<string, ChosenFile>()

/** Puts what was chosen aside, so that neither a lost network nor an empty battery takes it away. */
export const takeFile = async (chosen: ChosenFile): Promise<Taken> => {
  const kept = await keepFile(chosen)
  const id = newKey()
  atHand.set(id, kept ?? chosen)
  return {
    ...{ id, name: chosen.name, kept: kept?.kept ?? null },
    ...{ shown: (kept ?? chosen).local, sent: null },
  }
}

/** It is not wanted any more, or it is part of what was sent. */
export const dropFile = ({ id, kept }: Taken): void => {
  atHand.delete(id)
  if (kept !== null) forgetFile(kept)
}

/** The cloud keeps a file that nothing has taken for a day. */
const inCloudMs = 23 * 60 * 60_000

/** As it is found when the page is opened again; null when neither phone nor cloud has it any more. */
export const found = <T extends Taken>(taken: T): T | null => {
  const sent = taken.sent && now() - taken.sent.at < inCloudMs ? taken.sent : null
  return sent === null && taken.kept === null ? null : { ...taken, sent, shown: '' }
}

const fileOf = ({ id, name, kept }: Taken): Promise<ChosenFile | null> => {
  const known = atHand.get(id)
  return known || kept === null ? Promise.resolve(known ?? null) : keptFile(kept, name)
}

export interface SendingFiles extends Uploading {
  /** Some are not in the cloud yet. */
  left: boolean
  online: boolean
}

/**
 * Sends what was taken, one file after the other, whenever there is a network. `onChange` gets each as it then is, or
 * null for one that the cloud does not take or the phone has lost.
 */
export const useSendFiles = (
  purpose: UploadPurpose,
  files: readonly Taken[],
  onChange: (id: string, taken: Taken | null) => void,
): SendingFiles => {
  const upload = useUpload(purpose)
  const online = useOnline()
  const next = files.find(({ sent }) => sent === null)
  const { busy, error, again } = upload
  const stopped = error !== null && again !== null
  const latest = useRef({ upload, next, onChange })
  latest.current = { upload, next, onChange }
  const nextId = next?.id
  useEffect(() => {
    if (nextId === undefined || !online || busy || stopped) return undefined
    let here = true
    const { next: one } = latest.current
    if (!one) return undefined
    void fileOf(one).then((file) => {
      if (!here) return
      const { upload: sending, onChange: change } = latest.current
      if (!file) change(one.id, null)
      else
        sending.send(file, (id) =>
          latest.current.onChange(one.id, { ...one, sent: { file: id, at: now() } }),
        )
    })
    return () => {
      here = false
    }
  }, [nextId, online, busy, stopped])
  // The network is back.
  useEffect(() => {
    if (online) latest.current.upload.again?.()
  }, [online])
  // The cloud does not take it.
  useEffect(() => {
    const { next: one, onChange: change } = latest.current
    if (error && !stopped && one) change(one.id, null)
  }, [error, stopped])
  return { ...upload, left: next !== undefined, online }
}

export type ChangePhotos = (change: (now: readonly Taken[]) => readonly Taken[]) => void

/** Sends pictures as they are taken. */
export const useSendPhotos = (
  purpose: UploadPurpose,
  photos: readonly Taken[],
  onChange: ChangePhotos,
): SendingFiles =>
  useSendFiles(purpose, photos, (id, taken) =>
    onChange((now) => now.flatMap((one) => (one.id === id ? (taken ?? []) : one))),
  )

/** Their names in the cloud, of those that are there. */
export const filesOf = (photos: readonly Taken[]): string[] =>
  photos.flatMap(({ sent }) => sent?.file ?? [])
