import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { largestFile, upload } from '@/src/api/upload'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { tellingPicture } from '@/src/design/picture'
import { Switch } from '@/src/design/Switch'
import { chooseDocument, choosePicture, type ChosenFile } from '@/src/platform/chooseFile'
import { countsHeads } from '../../form'
import type { PartProps } from '../../part'
import './index.scss'

const mostAttachments = 5

/** What people want to know before they come: words, a picture, papers to read. */
export function Details({ form, change, wrong }: PartProps) {
  const [busy, setBusy] = useState<'photo' | 'paper'>()
  const [problem, setProblem] = useState<string>()

  const send = async (kind: 'photo' | 'paper', chosen: ChosenFile | null) => {
    if (!chosen) return
    setProblem(undefined)
    if (chosen.size > largestFile) {
      setProblem('文件太大了，最多 10 MB。请压缩一下，或者换一个。')
      return
    }
    setBusy(kind)
    try {
      const file = await upload(chosen)
      if (kind === 'photo') change({ photo: { file, shown: chosen.local } })
      else change({ attachments: [...form.attachments, { name: chosen.name.slice(0, 60), file }] })
    } catch {
      setProblem('网络不好，文件没有传上去。其他内容都留着，请再选一次。')
    } finally {
      setBusy(undefined)
    }
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
        {form.photo ? (
          <>
            {form.photo.shown && (
              <Image
                className="details__photo"
                src={form.photo.shown}
                mode="aspectFill"
                {...tellingPicture('活动的照片')}
              />
            )}
            <View className="details__buttons">
              <Button
                label="换一张"
                look="quiet"
                busy={busy === 'photo'}
                onTap={() => void choosePicture().then((file) => send('photo', file))}
              />
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
              busy={busy === 'photo'}
              onTap={() => void choosePicture().then((file) => send('photo', file))}
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
        {form.attachments.length < mostAttachments && (
          <Button
            label="加一个附件"
            look="quiet"
            drawing="plus"
            busy={busy === 'paper'}
            onTap={() => void chooseDocument().then((file) => send('paper', file))}
          />
        )}
      </View>
      {problem && <Notice kind="error" label={problem} />}
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
