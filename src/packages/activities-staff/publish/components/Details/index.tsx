import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { tellingPicture } from '@/src/design/picture'
import { Switch } from '@/src/design/Switch'
import { chooseDocument, choosePicture } from '@/src/platform/chooseFile'
import { Uploaded } from '@/src/queries/Uploaded'
import type { Uploading } from '@/src/queries/uploads'
import { countsHeads } from '../../form'
import type { PartProps } from '../../part'
import './index.scss'

const mostAttachments = 5

/** The ending of a name says what it is: what is too long loses its beginning. */
const mostNameLetters = 60

type DetailsProps = PartProps & {
  /** They go on while other parts are typed. */
  uploads: { photo: Uploading; attachment: Uploading }
}

/** What people want to know before they come: words, a picture, papers to read. */
export function Details({ form, change, wrong, uploads: { photo, attachment } }: DetailsProps) {
  const addPhoto = async () => {
    const chosen = await choosePicture()
    photo.send(chosen, (file) => change({ photo: { file, shown: chosen?.local ?? '' } }))
  }
  const addAttachment = async () => {
    const chosen = await chooseDocument()
    const name = chosen?.name.slice(-mostNameLetters) ?? ''
    attachment.send(chosen, (file) =>
      change(({ attachments }) => ({ attachments: [...attachments, { name, file }] })),
    )
  }

  return (
    <>
      <Field
        label="活动说明"
        hint="要带什么、注意什么"
        kind="lines"
        optional
        most={2000}
        value={form.description}
        onChange={(description) => change({ description })}
        {...(wrong.description && { error: wrong.description })}
      />
      <View className="details__part">
        <Heading label="照片（可不填）" />
        <Uploaded what="照片" of={photo} />
        {form.photo ? (
          <>
            {form.photo.shown ? (
              <Image
                className="details__photo"
                src={form.photo.shown}
                mode="aspectFill"
                {...tellingPicture('活动的照片')}
              />
            ) : (
              <View>照片已经传好了，发布以后就能看到。</View>
            )}
            <View className="details__buttons">
              <Button label="换一张" look="quiet" off={photo.busy} onTap={() => void addPhoto()} />
              <Button label="不要照片" look="quiet" onTap={() => change({ photo: null })} />
            </View>
          </>
        ) : (
          <>
            <View>没有照片，就用这一类活动的图案。请不要用能认出居民的照片。</View>
            <Button
              label="选一张照片"
              look="quiet"
              drawing="camera"
              off={photo.busy}
              onTap={() => void addPhoto()}
            />
          </>
        )}
      </View>
      <View className="details__part">
        <Heading label="附件（可不填）" />
        {form.attachments.map(({ name, file }) => (
          <View className="details__attachment" key={file}>
            <View className="details__name">{name}</View>
            <View>
              <Button
                label="去掉"
                fuller={`去掉，${name}`}
                look="quiet"
                onTap={() =>
                  change({ attachments: form.attachments.filter((one) => one.file !== file) })
                }
              />
            </View>
          </View>
        ))}
        <Uploaded what="附件" of={attachment} />
        {form.attachments.length < mostAttachments && (
          <Button
            label="加一个附件"
            look="quiet"
            drawing="plus"
            off={attachment.busy}
            onTap={() => void addAttachment()}
          />
        )}
      </View>
      <Switch
        label="出发前点人数"
        detail="外出、换地方的时候，在名单里记下点到几个人"
        on={countsHeads(form)}
        onChange={(headCount) => change({ headCount })}
      />
      {form.sessions.length > 1 && (
        <Field
          label="来百分之几的次数算学完"
          hint="比如 80，就是 10 次里来 8 次"
          kind="number"
          most={3}
          value={form.completionPercent}
          onChange={(completionPercent) => change({ completionPercent })}
          {...(wrong.completionPercent && { error: wrong.completionPercent })}
        />
      )}
    </>
  )
}
