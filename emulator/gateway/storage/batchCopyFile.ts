import { CloudError } from '../../errors'
import { listParam, type Action } from '../action'

interface Copy {
  readonly src_path?: unknown
  readonly dst_path?: unknown
  readonly overwrite?: unknown
  readonly remove_original?: unknown
}

/** Copies or moves files under other paths; one line per file, each with its own code. */
export const batchCopyFile: Action = async ({ storage }, { params }) => {
  const list = []
  for (const item of listParam(params, 'file_list')) {
    const copy = item as Copy
    const from = String(copy.src_path)
    const to = String(copy.dst_path)
    try {
      if (copy.overwrite === false && (await storage.stat(to)))
        throw new CloudError('STORAGE_FILE_EXIST', 'storage file already exists')
      const type = (await storage.stat(from))?.type
      await storage.write(to, await storage.read(from), type === undefined ? {} : { type })
      if (copy.remove_original === true) await storage.remove(from)
      list.push({ code: 'SUCCESS', fileId: storage.fileId(to) })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      list.push({ code: error.code, message: error.message, fileId: '' })
    }
  }
  return { data: { copy_list: list } }
}
