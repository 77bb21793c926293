import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { recordSound, type Recorded, type Recording } from '@/src/platform/recordSound'
import { Uploaded } from '@/src/queries/Uploaded'
import { dropFile, takeFile, type SendingFiles } from '@/src/queries/taken'
import type { Spoken } from '../../draft'

type VoiceProps = {
  voice: Spoken | null
  onChange: (voice: Spoken | null) => void
  sending: SendingFiles
}

/** Says it instead of writing: a minute at most, as it is spoken; staff write it down. */
export function Voice({ voice, onChange, sending }: VoiceProps) {
  const recording = useRef<Recording | null>(null)
  const [stage, setStage] = useState<'idle' | 'beginning' | 'on'>('idle')
  const [failed, setFailed] = useState(false)
  useEffect(() => () => recording.current?.stop(), [])
  const done = (recorded: Recorded | null) => {
    setStage('idle')
    setFailed(recorded === null)
    if (recorded)
      void takeFile(recorded.file).then((taken) =>
        onChange({ ...taken, seconds: recorded.seconds }),
      )
  }
  const start = () => {
    setFailed(false)
    setStage('beginning')
    // Nothing is heard, and nothing can be ended, before the phone was allowed to listen.
    void recordSound?.(done).then((begun) => {
      recording.current = begun
      if (begun) setStage('on')
    })
  }
  const remove = () => {
    if (voice) dropFile(voice)
    onChange(null)
  }
  return (
    <>
      <Heading label="不想打字，就说一段（可不填）" />
      {sending.left && !sending.online ? (
        <Notice label="现在没有网络。录音已经存在手机里，网络好了自己会传" />
      ) : (
        <Uploaded what="录音" of={sending} />
      )}
      {failed && <Notice kind="error" label="没有录上。请在手机设置里允许使用麦克风，再试一次" />}
      {voice && (
        <>
          <View>录好了，{voice.seconds} 秒。</View>
          <Button label="不要这段录音" look="quiet" onTap={remove} />
        </>
      )}
      {!recordSound && <View>这里录不了音。要说一段话，请用微信打开。</View>}
      {recordSound && !voice && stage !== 'on' && (
        <Button
          label="开始录音，最长一分钟"
          look="quiet"
          drawing="speaker"
          busy={stage === 'beginning'}
          onTap={start}
        />
      )}
      {stage === 'on' && (
        <>
          <Notice label="正在录，请说吧，方言也行" />
          <Button label="说完了" look="secondary" onTap={() => recording.current?.stop()} />
        </>
      )}
    </>
  )
}
