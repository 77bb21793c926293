import { textParam, type Action } from '../action'

/** Where and with what the SDK puts a file's bytes. */
export const getUploadMetadata: Action = ({ storage }, { params }) => {
  const path = textParam(params, 'path')
  const fileId = storage.fileId(path)
  return { data: { ...storage.uploadTicket(path), fileId, cosFileId: fileId } }
}
