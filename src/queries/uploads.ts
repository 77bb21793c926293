import { onlineManager, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { CallError } from '@/src/api/call'
import { newKey } from '@/src/api/key'
import { upload } from '@/src/api/upload'
import type { ChosenFile } from '@/src/platform/chooseFile'
import type { UploadPurpose } from '@/types/shared/uploads'
import { retryDelay } from './client'

interface Sending {
  file: ChosenFile
  key: string
  done: (id: string) => void
}

export interface Uploading {
  /** Sends what was chosen; nothing when nothing was. `done` is told its file id, also when the page is gone by then. */
  send: (file: ChosenFile | null, done: (id: string) => void) => void
  busy: boolean
  /** What has arrived so far, in whole tens of percent. */
  percent: number
  error: CallError | null
  /** Sends the same file again; null where choosing another one is what helps. */
  again: (() => void) | null
}

/** Uploads one file at a time. It is kept until it has arrived, so that nobody has to choose it again. */
export const useUpload = (purpose: UploadPurpose): Uploading => {
  const [percent, setPercent] = useState(0)
  const { mutate, isPending, error, variables } = useMutation<string, CallError, Sending>({
    // A file cannot be kept on the phone for later: without a network it is said at once.
    networkMode: 'always',
    gcTime: 0,
    retry: (failures, { passing }) => passing && onlineManager.isOnline() && failures < 2,
    retryDelay,
    mutationFn: ({ file, key }) =>
      upload(file, purpose, key, (sent) => setPercent(Math.floor(sent / 10) * 10)),
    onSuccess: (id, { done }) => done(id),
  })
  const start = (sending: Sending) => {
    if (isPending) return
    setPercent(0)
    mutate(sending)
  }
  return {
    send: (file, done) => file && start({ file, key: newKey(), done }),
    busy: isPending,
    percent,
    error,
    again: error?.passing && variables ? () => start(variables) : null,
  }
}
