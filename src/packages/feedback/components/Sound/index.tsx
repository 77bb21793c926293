import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { playSound } from '@/src/platform/playSound'
import type { FollowedCase } from '@/types/feedback'

type Voice = NonNullable<FollowedCase['voice']>

type SoundProps = {
  voice: Pick<Voice, 'url' | 'seconds' | 'said'>
  /** What is said of one that may not be heard, or not by everybody yet. */
  unheard: string
}

/** What was said as sound: to hear, and as staff wrote it down. */
export function Sound({ voice: { url, seconds, said }, unheard }: SoundProps) {
  const [on, setOn] = useState(false)
  const playing = useRef<{ stop: () => void }>()
  useEffect(() => () => playing.current?.stop(), [])
  const tap = () => {
    if (url === null || on) return playing.current?.stop()
    setOn(true)
    playing.current = playSound(url, (played) => {
      setOn(false)
      if (!played) showToast('录音没有放出来，请再点一次', 'warn')
    })
  }
  return (
    <>
      {url !== null && (
        <Button
          label={on ? '停下来' : `听录音，${seconds} 秒`}
          look="secondary"
          drawing="speaker"
          onTap={tap}
        />
      )}
      {unheard !== '' && <View>{unheard}</View>}
      {said !== null && <View>工作人员听写的：“{said}”</View>}
    </>
  )
}
