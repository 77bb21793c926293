import { View } from '@tarojs/components'
import { Drawing, type DrawingName } from '@/src/design/Drawing'
import { Heading } from '@/src/design/Heading'
import { Tag } from '@/src/design/Tag'
import { Tap } from '@/src/design/Tap'
import type { Tone } from '@/src/design/tokens'
import './index.scss'

type TileProps = {
  /** The service: 报名. */
  label: string
  /** How it stands now: 3 个可以报名. */
  news: string
  tone: Tone
  drawing: DrawingName
  onTap: () => void
}

/** One service of the first page, with how it stands now. */
export function Tile({ label, news, tone, drawing, onTap }: TileProps) {
  return (
    <Tap className="tile" role="link" label={`${label}，${news}`} onTap={onTap}>
      <Drawing name={drawing} colour={tone === 'plain' ? 'ink' : tone} />
      <View className="tile__words">
        <Heading label={label} level={3} />
        <Tag label={news} tone={tone} />
      </View>
    </Tap>
  )
}
