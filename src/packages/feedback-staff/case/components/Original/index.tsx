import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { showToast } from '@/src/design/Toast'
import { goTo } from '@/src/routes'
import type { CaseForStaff } from '@/types/feedback'
import { Photos } from '../../../components/Photos'
import { Settle } from '../Settle'

/** What was said, as it was sent. */
export function Original({ one }: { one: CaseForStaff }) {
  const { text, where, photos, reporter, sentAs, about } = one
  return (
    <Card label="居民说的">
      <Heading label="居民说的" />
      {about !== '' && <View>这一件办的是：{about}</View>}
      <View>{text || '没有写字，请听录音或者看照片。'}</View>
      {where !== '' && <View>在哪儿：{where}</View>}
      {sentAs && (
        <View>
          居民选的是：{sentAs.category} · {sentAs.place}
        </View>
      )}
      <Photos label="居民拍的照片" photos={photos} />
      <Settle one={one} photos={photos} />
      <Sound one={one} />
      <View>
        {reporter === null
          ? '匿名反映的，工作人员看不到是谁。'
          : `${reporter.name}反映的${reporter.id === null ? '，没有登记过' : ''}`}
      </View>
      {reporter?.phone && <CallButton label={`打给${reporter.name}`} phone={reporter.phone} />}
      {reporter?.id && (
        <Button
          label={`${reporter.name}的资料`}
          look="quiet"
          drawing="person"
          onTap={() => goTo('person', { person: reporter.id ?? '' })}
        />
      )}
    </Card>
  )
}

function Sound({ one: { voice } }: { one: CaseForStaff }) {
  if (!voice) return null
  const { url, seconds, said } = voice
  const play = () => {
    if (url === null) return
    const sound = Taro.createInnerAudioContext()
    sound.src = url
    sound.onEnded(() => sound.destroy())
    sound.onError(() => {
      sound.destroy()
      showToast('录音没有放出来，请再点一次', 'warn')
    })
    sound.play()
  }
  return (
    <>
      {url === null ? (
        <View>有一段 {seconds} 秒的录音，正在检查。</View>
      ) : (
        <Button label={`听录音（${seconds} 秒）`} look="secondary" drawing="speaker" onTap={play} />
      )}
      {said !== null && <View>录音说的是：{said}</View>}
    </>
  )
}
