import { textParam, type Action } from '../action'

/** Where and with what the SDK puts a file's bytes. */
export const getUploadMetadata: Action = ({ storage }, { params }) => {
  const path = textParam(params, 'path')
  const fileId = storage.fileId(path)
  // It travels in a header, where a Chinese path could not.
  const cosFileId = Buffer.from(fileId).toString('base64url')
  return { data: { ...storage.uploadTicket(path), fileId, cosFileId } }
}
