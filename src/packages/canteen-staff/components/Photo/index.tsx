import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { Uploaded } from '@/src/queries/Uploaded'
import type { Uploading } from '@/src/queries/uploads'
import './index.scss'

/** A file in the cloud, and an address this phone can show. */
export interface Picture {
  file: string
  shown: string
}

type PhotoProps = {
  /** 菜的照片, 许可证的照片. */
  label: string
  why: string
  picture: Picture | null
  upload: Uploading
  onChange: (picture: Picture | null) => void
  error?: string | undefined
}

/** One picture of a form: chosen, on its way, shown, changed. */
export function Photo({ label, why, picture, upload, onChange, error }: PhotoProps) {
  const add = async () => {
    const chosen = await choosePicture()
    upload.send(chosen, (file) => onChange({ file, shown: chosen?.local ?? '' }))
  }
  return (
    <View className="photo">
      <Heading label={`${label}（可不填）`} />
      {error && <Notice kind="error" label={error} />}
      <Uploaded what="照片" of={upload} />
      {picture ? (
        <>
          {picture.shown && (
            <Image
              className="photo__picture"
              src={picture.shown}
              mode="aspectFit"
              {...tellingPicture(label)}
            />
          )}
          <View className="photo__buttons">
            <Button label="换一张" look="quiet" off={upload.busy} onTap={() => void add()} />
            <Button label="不要照片" look="quiet" onTap={() => onChange(null)} />
          </View>
        </>
      ) : (
        <>
          <View>{why}</View>
          <Button
            label="选一张照片"
            look="quiet"
            drawing="camera"
            off={upload.busy}
            onTap={() => void add()}
          />
        </>
      )}
    </View>
  )
}
