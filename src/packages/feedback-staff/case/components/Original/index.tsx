import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { goTo } from '@/src/routes'
import type { CaseForStaff } from '@/types/feedback'
import { Sound } from '@/src/packages/feedback/components/Sound'
import { Photos } from '../../../components/Photos'
import { unheardSaid } from '../../../words'
import { Settle } from '../Settle'

/** What was said, as it was sent. */
export function Original({ one }: { one: CaseForStaff }) {
  const { text, where, photos, voice, reporter, sentAs, about } = one
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
      <Settle one={one} files={photos} />
      {voice && (
        <>
          <Sound voice={voice} unheard={voice.url === null ? unheardSaid[voice.state] : ''} />
          <Settle one={one} files={[voice]} sound />
        </>
      )}
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
