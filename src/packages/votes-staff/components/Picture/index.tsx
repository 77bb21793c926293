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
export interface Sent {
  file: string
  shown: string
}

type PictureProps = {
  label: string
  why: string
  picture: Sent | null
  upload: Uploading
  onChange: (picture: Sent) => void
  error?: string | undefined
}

/** One picture that goes with what is entered: taken, on its way, shown, taken anew. */
export function Picture({ label, why, picture, upload, onChange, error }: PictureProps) {
  const add = async () => {
    const chosen = await choosePicture()
    upload.send(chosen, (file) => onChange({ file, shown: chosen?.local ?? '' }))
  }
  return (
    <View className="paper-picture">
      <Heading label={label} />
      <View>{why}</View>
      {error && <Notice kind="error" label={error} />}
      <Uploaded what="照片" of={upload} />
      {picture?.shown && (
        <Image
          className="paper-picture__one"
          src={picture.shown}
          mode="aspectFit"
          {...tellingPicture(label)}
        />
      )}
      <Button
        label={picture ? '重新拍一张' : '拍一张'}
        fuller={picture ? `重新拍一张，${label}` : `拍一张，${label}`}
        look="quiet"
        drawing="camera"
        off={upload.busy}
        onTap={() => void add()}
      />
    </View>
  )
}
