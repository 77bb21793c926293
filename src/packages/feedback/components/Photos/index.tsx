import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { compressPicture } from '@/src/platform/compressPicture'
import { Uploaded } from '@/src/queries/Uploaded'
import {
  dropFile,
  takeFile,
  type ChangePhotos,
  type SendingFiles,
  type Taken,
} from '@/src/queries/taken'
import './index.scss'

type PhotosProps = {
  photos: readonly Taken[]
  /** The photos as they then are, of those there are by that time. */
  onChange: ChangePhotos
  sending: SendingFiles
  most?: number
}

/** A few pictures, each made small on the phone, which keeps it until it can be sent. */
export function Photos({ photos, onChange, sending, most = 6 }: PhotosProps) {
  const add = async () => {
    const chosen = await choosePicture()
    if (!chosen) return
    const taken = await takeFile(await compressPicture(chosen))
    onChange((now) => [...now, taken])
  }
  const remove = (photo: Taken) => {
    dropFile(photo)
    onChange((now) => now.filter(({ id }) => id !== photo.id))
  }
  return (
    <View className="photos">
      <Heading label="照片（可不填）" />
      {photos.length > 0 && (
        <View className="photos__all">
          {photos.map((photo, i) => (
            <View key={photo.id} className="photos__one">
              {photo.shown !== '' && (
                <Image
                  className="photos__picture"
                  src={photo.shown}
                  mode="aspectFill"
                  {...tellingPicture(`第 ${i + 1} 张照片`)}
                />
              )}
              <View>
                第 {i + 1} 张，{photo.sent ? '已经传好了' : '还没有传，已经替您存好'}
              </View>
              <Button
                label="不要这张"
                fuller={`不要这张，第 ${i + 1} 张照片`}
                look="quiet"
                onTap={() => remove(photo)}
              />
            </View>
          ))}
        </View>
      )}
      {sending.left && !sending.online ? (
        <Notice label="现在没有网络。照片已经存在手机里，网络好了自己会传" />
      ) : (
        <Uploaded what="照片" of={sending} />
      )}
      {photos.length < most && (
        <Button
          label={
            photos.length === 0 ? '拍照或选照片' : `再加一张，还能加 ${most - photos.length} 张`
          }
          look="quiet"
          drawing="camera"
          onTap={() => void add()}
        />
      )}
    </View>
  )
}
