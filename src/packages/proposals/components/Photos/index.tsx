import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { tellingPicture } from '@/src/design/picture'
import { choosePicture } from '@/src/platform/chooseFile'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'
import type { VoicePhoto } from '@/types/proposals'
import './index.scss'

/** A picture that was chosen: the file it arrived as, and where this phone has it. */
export interface Chosen {
  file: string
  local: string
}

const most = 3

type PhotosProps = { photos: readonly Chosen[]; onChange: (photos: Chosen[]) => void }

/** Up to three pictures to send along. */
export function Photos({ photos, onChange }: PhotosProps) {
  const upload = useUpload('proposalPhoto')
  const [choosing, setChoosing] = useState(false)
  const choose = async () => {
    setChoosing(true)
    const chosen = await choosePicture()
    setChoosing(false)
    upload.send(chosen, (file) => onChange([...photos, { file, local: chosen?.local ?? '' }]))
  }
  return (
    <>
      {photos.map(({ file, local }, n) => (
        <View key={file} className="voice-photo">
          <Image
            className="voice-photo__picture"
            src={local}
            mode="aspectFill"
            {...tellingPicture(`第 ${n + 1} 张照片`)}
          />
          <Button
            label="不要这张"
            fuller={`不要这张，第 ${n + 1} 张照片`}
            look="quiet"
            onTap={() => onChange(photos.filter((one) => one.file !== file))}
          />
        </View>
      ))}
      <Uploaded what="照片" of={upload} />
      {photos.length < most && (
        <Button
          label={photos.length === 0 ? '加照片（可以不加）' : '再加一张'}
          look="secondary"
          drawing="camera"
          busy={choosing || upload.busy}
          onTap={() => void choose()}
        />
      )}
    </>
  )
}

const checks: Readonly<Record<VoicePhoto['check'], string>> = {
  waiting: '正在检查，别人还看不到',
  held: '等工作人员看过，别人才看得到',
  refused: '没有通过检查，别人看不到',
  passed: '',
}

/** Pictures of a wish or a proposal, and why others do not see one yet. */
export function Pictures({ photos, of }: { photos: readonly VoicePhoto[]; of: string }) {
  return (
    <>
      {photos.map(({ url, check }, n) => (
        <View key={url}>
          <Image
            className="voice-photo__large"
            src={url}
            mode="aspectFill"
            {...tellingPicture(`${of}，第 ${n + 1} 张照片`)}
          />
          {checks[check] !== '' && <View>{checks[check]}</View>}
        </View>
      ))}
    </>
  )
}
