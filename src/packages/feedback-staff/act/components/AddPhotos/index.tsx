import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { Uploaded } from '@/src/queries/Uploaded'
import type { Uploading } from '@/src/queries/uploads'
import '../../../components/Photos/index.scss'

/** A file in the cloud, and an address this phone can show. */
export interface Added {
  file: string
  shown: string
}

const mostPhotos = 6

type AddPhotosProps = {
  upload: Uploading
  photos: readonly Added[]
  onChange: (photos: readonly Added[]) => void
}

/** Up to six pictures of what was done. */
export function AddPhotos({ upload, photos, onChange }: AddPhotosProps) {
  const add = async () => {
    const chosen = await choosePicture()
    upload.send(chosen, (file) => onChange([...photos, { file, shown: chosen?.local ?? '' }]))
  }
  return (
    <>
      <View className="case-photos">
        {photos.map(({ file, shown }, n) => (
          <View key={file}>
            <Image
              className="case-photos__one"
              src={shown}
              mode="aspectFill"
              {...tellingPicture(`照片 ${n + 1}`)}
            />
            <Button
              label="不要"
              fuller={`不要照片 ${n + 1}`}
              look="quiet"
              onTap={() => onChange(photos.filter((one) => one.file !== file))}
            />
          </View>
        ))}
      </View>
      <Uploaded what="照片" of={upload} />
      <Button
        label={
          photos.length === 0 ? '加照片（可不加）' : `再加一张（${photos.length}/${mostPhotos}）`
        }
        look="secondary"
        drawing="camera"
        off={upload.busy || photos.length >= mostPhotos}
        onTap={() => void add()}
      />
    </>
  )
}
