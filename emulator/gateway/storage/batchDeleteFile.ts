import { CloudError } from '../../errors'
import { listParam, type Action } from '../action'

/** One line per file, each with its own code. */
export const batchDeleteFile: Action = async ({ storage }, { params }) => {
  const list = await Promise.all(
    listParam(params, 'fileid_list').map(async (item) => {
      const fileID = String(item)
      try {
        await storage.remove(storage.pathOf(fileID))
        return { code: 'SUCCESS', fileID }
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        return { code: error.code, message: error.message, fileID }
      }
    }),
  )
  return { data: { delete_list: list } }
}
