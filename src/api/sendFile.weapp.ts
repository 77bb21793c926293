import Taro from '@tarojs/taro'
import type { ChosenFile } from '@/src/platform/chooseFile'

/** Puts a file into the cloud's storage under `path`; its file id. Rejects when it did not arrive. */
export const sendFile = async (path: string, { local }: ChosenFile): Promise<string> => {
  // The page may upload before it calls anything; a second init changes nothing.
  Taro.cloud.init()
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath: path, filePath: local })
  return fileID
}
