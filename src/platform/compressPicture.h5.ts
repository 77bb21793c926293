import { longestSide } from './compressPicture.weapp'
import type { compressPicture as inWeChat } from './compressPicture.weapp'

const drawn = (picture: HTMLImageElement): HTMLCanvasElement => {
  const { naturalWidth: width, naturalHeight: height } = picture
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Smaller, and without where and when it was taken: only its pixels are drawn. As it was where it cannot be drawn. */
export const compressPicture: typeof inWeChat = async (picture) => {
  try {
    const image = new Image()
    image.src = picture.local
    await image.decode()
    const content = await new Promise<Blob | null>((done) =>
      drawn(image).toBlob(done, 'image/jpeg', 0.7),
    )
    if (!content) return picture
    return {
      ...{ name: '照片.jpg', size: content.size, content },
      local: URL.createObjectURL(content),
    }
  } catch {
    return picture
  }
}
