import type { ChosenFile } from '@/src/platform/chooseFile'
import { demoOpenid } from './identity.h5'

/** Puts a file into the cloud's storage under `path`; its file id. Rejects when it did not arrive. */
export const sendFile = (
  path: string,
  { content }: ChosenFile,
  onProgress: (percent: number) => void,
): Promise<string> =>
  new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a body is on its way.
    const request = new XMLHttpRequest()
    request.open('POST', `/upload?path=${encodeURIComponent(path)}`)
    request.setRequestHeader('content-type', content?.type || 'application/octet-stream')
    request.setRequestHeader('x-wx-openid', demoOpenid() ?? '')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(Math.floor((100 * loaded) / total)),
    )
    request.addEventListener('error', () => reject(new Error('the upload was cut off')))
    request.addEventListener('load', () =>
      request.status === 200
        ? resolve((request.response as { fileID: string }).fileID)
        : reject(new Error(`upload answered ${request.status}`)),
    )
    request.send(content)
  })
