import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { recordSound, type Recorded, type Recording } from '@/src/platform/recordSound'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'

interface Voice {
  file: string
  seconds: number
}

type VoiceProps = {
  voice: Voice | null
  onChange: (voice: (Voice & { shown: string }) | null) => void
}

/** Says it instead of writing: a minute at most, as it is spoken; staff write it down. */
export function Voice({ voice, onChange }: VoiceProps) {
  const upload = useUpload('caseVoice')
  const recording = useRef<Recording | null>(null)
  const [on, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => () => recording.current?.stop(), [])
  const done = (recorded: Recorded | null) => {
    setOn(false)
    setFailed(recorded === null)
    if (recorded)
      upload.send(recorded.file, (file) =>
        onChange({ file, seconds: recorded.seconds, shown: recorded.file.local }),
      )
  }
  const start = () => {
    setFailed(false)
    setOn(true)
    void recordSound?.(done).then((begun) => (recording.current = begun))
  }
  return (
    <>
      <Heading label="不想打字，就说一段（可不填）" />
      <Uploaded what="录音" of={upload} />
      {failed && <Notice kind="error" label="没有录上。请在手机设置里允许使用麦克风，再试一次" />}
      {voice && (
        <>
          <View>录好了，{voice.seconds} 秒。</View>
          <Button label="不要这段录音" look="quiet" onTap={() => onChange(null)} />
        </>
      )}
      {!recordSound && <View>这里录不了音。要说一段话，请用微信打开。</View>}
      {recordSound && !voice && !on && (
        <Button
          label="开始录音，最长一分钟"
          look="quiet"
          drawing="speaker"
          off={upload.busy}
          onTap={start}
        />
      )}
      {on && (
        <>
          <Notice label="正在录，请说吧，方言也行" />
          <Button label="说完了" look="secondary" onTap={() => recording.current?.stop()} />
        </>
      )}
    </>
  )
}
