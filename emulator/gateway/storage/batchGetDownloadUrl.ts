import { CloudError } from '../../errors'
import { listParam, type Action } from '../action'

interface Wanted {
  readonly fileid?: unknown
  readonly max_age?: unknown
}

/** One line per file, each with its own code: one missing file does not fail the others. */
export const batchGetDownloadUrl: Action = async ({ storage }, { params }) => {
  const list = await Promise.all(
    listParam(params, 'file_list').map(async (item) => {
      const { fileid, max_age: maxAge } = item as Wanted
      const fileID = String(fileid)
      try {
        const path = storage.pathOf(fileID)
        if (!(await storage.stat(path)))
          throw new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists')
        const age = typeof maxAge === 'number' ? maxAge : undefined
        const tempFileURL = storage.address(path, age)
        return { code: 'SUCCESS', fileID, tempFileURL, download_url: tempFileURL, maxAge: age }
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        return { code: error.code, message: error.message, fileID, tempFileURL: '' }
      }
    }),
  )
  return { data: { download_list: list } }
}
