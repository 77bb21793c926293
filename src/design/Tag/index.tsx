import { Text, View } from '@tarojs/components'
import { Drawing, type DrawingName } from '../Drawing'
import { tones, type Tone } from '../tokens'
import './index.scss'

type TagProps = {
  /** The state in words: colour and drawing only repeat it. */
  label: string
  tone?: Tone
  drawing?: DrawingName
}

/** A state in a word or two: 已报名, 还有 3 个名额, 已经满了. */
export function Tag({ label, tone = 'plain', drawing }: TagProps) {
  return (
    <View className={`tag tag--${tone}`}>
      {drawing && <Drawing name={drawing} colour={tones[tone].text} size="small" />}
      <Text>{label}</Text>
    </View>
  )
}
