import { View } from '@tarojs/components'

export default function Today() {
  return <View aria-role="heading">常回家</View>
}
