import { View } from '@tarojs/components'
import { CallButton } from '@/src/design/CallButton'
import { Notice } from '@/src/design/Notice'
import './index.scss'

/** What cannot wait for anybody to read it, and what is not the centre's. */
export function Urgent() {
  return (
    <Notice kind="warn" label="有危险，请马上打电话，不要在这里写">
      <View className="urgent">
        <CallButton label="报警" phone="110" />
        <CallButton label="火警" phone="119" />
        <CallButton label="急救" phone="120" />
        <CallButton label="城市管理的事" phone="12345" />
      </View>
    </Notice>
  )
}
