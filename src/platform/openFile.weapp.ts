import Taro from '@tarojs/taro'

const pictures = /\.(png|jpe?g|gif|webp)$/i

/** Shows a file to read: pictures large, documents in WeChat's own reader. Rejects when it cannot be fetched or shown. */
export const openFile = async (url: string, name: string): Promise<void> => {
  if (pictures.test(name)) {
    await Taro.previewImage({ urls: [url] })
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
}
