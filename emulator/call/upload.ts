import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { CloudError } from '../errors'
import { sendJson } from '../http'
import { errCodeOf } from './errCode'

/**
 * A phone uploads a file: `POST /upload?path=…`, the raw bytes as body, answered `{ fileID, statusCode }` as
 * wx.cloud.uploadFile does. Only a known resident may, and never over another one's file.
 */
export async function uploadFile(
  { storage, limits }: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    const owner = request.headers['x-wx-openid']
    if (typeof owner !== 'string' || owner === '')
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied')
    // Without a length, which every phone sends, it might be anything.
    if (!(Number(request.headers['content-length']) <= limits.uploadBytes))
      throw new CloudError('STORAGE_REQUEST_FAIL', `a file of up to ${limits.uploadBytes} bytes`)
    const type = request.headers['content-type']
    await storage.write(path, request, { owner, ...(type !== undefined && { type }) })
    sendJson(response, 200, { fileID: storage.fileId(path), statusCode: 200 })
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    request.resume()
    const errCode = errCodeOf(error)
    const errMsg = `cloud.uploadFile:fail Error: errCode: ${errCode} | errMsg: ${error.message}`
    sendJson(response, 403, { errCode, errMsg })
  }
}
