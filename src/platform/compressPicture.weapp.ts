import Taro from '@tarojs/taro'
import type { ChosenFile } from './chooseFile'

/** Longer sides than this show nothing more on a phone. */
export const longestSide = 1600

/** Smaller, and without where and when it was taken: WeChat writes the pixels anew. As it was where WeChat cannot. */
export const compressPicture = async (picture: ChosenFile): Promise<ChosenFile> => {
  try {
    const { tempFilePath } = await Taro.compressImage({
      src: picture.local,
      quality: 70,
      compressedWidth: longestSide,
    })
    const { size } = (await Taro.getFileInfo({ filePath: tempFilePath })) as { size: number }
    return { name: '照片.jpg', size, local: tempFilePath }
  } catch {
    return picture
  }
}
