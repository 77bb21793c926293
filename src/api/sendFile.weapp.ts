import Taro from '@tarojs/taro'
import type { ChosenFile } from '@/src/platform/chooseFile'

/** Puts a file into the cloud's storage under `path`; its file id. Rejects when it did not arrive. */
export const sendFile = (
  path: string,
  { local }: ChosenFile,
  onProgress: (percent: number) => void,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath: path,
      filePath: local,
      success: ({ fileID }) => resolve(fileID),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
  })
