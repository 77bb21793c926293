import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'
import { mostPhotosOfStep } from '@/types/shared/projectLimits'
import './index.scss'

/** A file of the step, or one just sent, with an address this phone can show. */
export interface Shown {
  id: string
  url: string | null
}

type PicturesProps = {
  label: string
  pictures: readonly Shown[]
  onChange: (pictures: Shown[]) => void
}

/** A few pictures: added one by one, taken out again. */
export function Pictures({ label, pictures, onChange }: PicturesProps) {
  const upload = useUpload('projectPhoto')
  const add = async () => {
    const chosen = await choosePicture()
    upload.send(chosen, (id) => onChange([...pictures, { id, url: chosen?.local ?? null }]))
  }
  return (
    <View className="step-pictures">
      <Heading label={label} />
      {pictures.map(({ id, url }, i) => (
        <View key={id}>
          {url !== null && (
            <Image
              className="step-pictures__one"
              src={url}
              mode="aspectFit"
              {...tellingPicture(`${label} ${i + 1}`)}
            />
          )}
          <Button
            label="不要这张"
            fuller={`不要这张，${label} ${i + 1}`}
            look="quiet"
            onTap={() => onChange(pictures.filter((one) => one.id !== id))}
          />
        </View>
      ))}
      <Uploaded what="照片" of={upload} />
      {pictures.length < mostPhotosOfStep && (
        <Button
          label="加一张照片"
          fuller={`加一张照片，${label}`}
          look="quiet"
          drawing="camera"
          off={upload.busy}
          onTap={() => void add()}
        />
      )}
    </View>
  )
}
