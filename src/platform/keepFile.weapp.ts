import Taro from '@tarojs/taro'
import type { ChosenFile } from './chooseFile'

/** A file the phone keeps when the program is closed, and the name it is found again by. */
export interface KeptFile extends ChosenFile {
  kept: string
}

/** Keeps a file that was chosen or recorded, which is then where `local` says; null where the phone has no room. */
export const keepFile = (file: ChosenFile): Promise<KeptFile | null> =>
  new Promise((resolve) => {
    try {
      Taro.getFileSystemManager().saveFile({
        tempFilePath: file.local,
        // WeChat moves it.
        success: ({ savedFilePath }) =>
          resolve({ ...file, local: savedFilePath, kept: savedFilePath }),
        fail: () => resolve(null),
      })
    } catch {
      resolve(null)
    }
  })

/** A kept file; null when it is gone. */
export const keptFile = (kept: string, name: string): Promise<ChosenFile | null> =>
  new Promise((resolve) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: kept,
      success: ({ size }) => resolve({ name, size, local: kept }),
      fail: () => resolve(null),
    }),
  )

/** It has arrived, or is not wanted any more. */
export const forgetFile = (kept: string): void =>
  Taro.getFileSystemManager().removeSavedFile({ filePath: kept })
