import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { compressPicture } from '@/src/platform/compressPicture'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'
import './index.scss'

const most = 6

interface Photo {
  file: string
  shown: string
}

type PhotosProps = {
  photos: readonly Photo[]
  onAdd: (photo: Photo) => void
  onRemove: (file: string) => void
}

/** Up to six pictures, each made small on the phone before it is sent. */
export function Photos({ photos, onAdd, onRemove }: PhotosProps) {
  const upload = useUpload('casePhoto')
  const add = async () => {
    const chosen = await choosePicture()
    const small = chosen && (await compressPicture(chosen))
    upload.send(small, (file) => onAdd({ file, shown: small?.local ?? '' }))
  }
  return (
    <View className="photos">
      <Heading label="照片（可不填）" />
      <View className="photos__all">
        {photos.map(({ file, shown }, i) => (
          <View key={file} className="photos__one">
            {shown ? (
              <Image
                className="photos__picture"
                src={shown}
                mode="aspectFill"
                {...tellingPicture(`第 ${i + 1} 张照片`)}
              />
            ) : (
              <View>第 {i + 1} 张，已经传好了</View>
            )}
            <Button
              label="不要这张"
              fuller={`不要这张，第 ${i + 1} 张照片`}
              look="quiet"
              onTap={() => onRemove(file)}
            />
          </View>
        ))}
      </View>
      <Uploaded what="照片" of={upload} />
      {photos.length < most && (
        <Button
          label={
            photos.length === 0 ? '拍照或选照片' : `再加一张，还能加 ${most - photos.length} 张`
          }
          look="quiet"
          drawing="camera"
          off={upload.busy}
          onTap={() => void add()}
        />
      )}
    </View>
  )
}
