import type { ChosenFile } from '@/src/platform/chooseFile'
import { demoOpenid } from './identity.h5'

/** Puts a file into the cloud's storage under `path`; its file id. Rejects when it did not arrive. */
export const sendFile = async (path: string, { content }: ChosenFile): Promise<string> => {
  const reply = await fetch(`/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: {
      'content-type': content?.type || 'application/octet-stream',
      'x-wx-openid': demoOpenid() ?? '',
    },
    ...(content && { body: content }),
  })
  if (!reply.ok) throw new Error(`upload answered ${reply.status}`)
  return ((await reply.json()) as { fileID: string }).fileID
}
