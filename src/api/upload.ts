import type { ChosenFile } from '@/src/platform/chooseFile'
import type { UploadPurpose } from '@/types/shared/uploads'
import { call, CallError } from './call'
import { sendFile } from './sendFile'

/**
 * Sends a file under a one-time ticket; its file id, which the procedure it is meant for takes within a day. Rejects
 * with `CallError`: the ticket's refusal, or `Offline` when the file did not arrive. The same key may be sent again.
 */
export const upload = async (
  file: ChosenFile,
  purpose: UploadPurpose,
  key: string,
  onProgress: (percent: number) => void,
): Promise<string> => {
  const ending = /\.([a-z0-9]{1,10})$/.exec(file.name.toLowerCase())?.[1] ?? ''
  const { path } = await call('centre', 'uploadTicket', { key, purpose, ending, bytes: file.size })
  return sendFile(path, file, onProgress).catch(() => {
    throw new CallError('centre', 'Offline')
  })
}
