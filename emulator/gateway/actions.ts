import type { Action } from './action'
import { abortTransaction } from './database/abortTransaction'
import { addCollection } from './database/addCollection'
import { aggregateDocuments } from './database/aggregateDocuments'
import { calculateDocument } from './database/calculateDocument'
import { commitTransaction } from './database/commitTransaction'
import { getDocument } from './database/getDocument'
import { insertDocument } from './database/insertDocument'
import { modifyAndReturnDoc } from './database/modifyAndReturnDoc'
import { modifyDocument } from './database/modifyDocument'
import { removeDocument } from './database/removeDocument'
import { startTransaction } from './database/startTransaction'
import { invokeFunction } from './functions/invokeFunction'
import { batchCopyFile } from './storage/batchCopyFile'
import { batchDeleteFile } from './storage/batchDeleteFile'
import { batchGetDownloadUrl } from './storage/batchGetDownloadUrl'
import { getUploadMetadata } from './storage/getUploadMetadata'
import { openApi } from './wx/openApi'

/** Every action this cloud knows, by its name on the wire. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.insertDocument', insertDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDoc],
  ['database.removeDocument', removeDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
  ['database.addCollection', addCollection],
  ['functions.invokeFunction', invokeFunction],
  ['storage.getUploadMetadata', getUploadMetadata],
  ['storage.batchGetDownloadUrl', batchGetDownloadUrl],
  ['storage.batchDeleteFile', batchDeleteFile],
  ['storage.batchCopyFile', batchCopyFile],
  ['wx.openApi', openApi],
  ['wx.wxPayApi', openApi],
  ['wx.api', openApi],
])
