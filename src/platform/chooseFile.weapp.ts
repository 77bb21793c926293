import Taro from '@tarojs/taro'

export interface ChosenFile {
  name: string
  /** Bytes. */
  size: number
  /** An address only this phone can show. */
  local: string
  /** In a browser: the content, which `local` names for as long as the page lives. */
  content?: Blob
}

/** A picture from the camera or the album, made smaller by WeChat; null when the person went back. */
export const choosePicture = (): Promise<ChosenFile | null> =>
  Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).then(
    ({ tempFiles: [file] }) =>
      file ? { name: '照片.jpg', size: file.size, local: file.tempFilePath } : null,
    () => null,
  )

/** A paper from a WeChat chat, where phones keep theirs; null when the person went back. */
export const chooseDocument = (): Promise<ChosenFile | null> =>
  Taro.chooseMessageFile({ count: 1, type: 'file' }).then(
    ({ tempFiles: [file] }) =>
      file ? { name: file.name, size: file.size, local: file.path } : null,
    () => null,
  )
