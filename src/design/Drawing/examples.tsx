import { View } from '@tarojs/components'
import type { Example } from '../gallery/example'
import { drawings, type DrawingName } from './drawings'
import { Drawing } from '.'

const names = Object.keys(drawings) as DrawingName[]
const row = { display: 'flex', flexWrap: 'wrap' } as const

export const examples: Example[] = [
  {
    name: '全部',
    draw: () => (
      <View style={row}>
        {names.map((name) => (
          <Drawing key={name} name={name} colour="pine" />
        ))}
      </View>
    ),
  },
  {
    name: '小',
    draw: () => (
      <View style={row}>
        {names.map((name) => (
          <Drawing key={name} name={name} colour="brick" size="small" />
        ))}
      </View>
    ),
  },
]
