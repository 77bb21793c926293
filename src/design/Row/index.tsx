import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from '../Drawing'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import type { Colour } from '../tokens'
import './index.scss'

type RowProps = {
  /** The name of the thing, seen and spoken. */
  label: string
  /** A second line, seen and spoken. */
  detail?: string
  drawing?: DrawingName
  colour?: Colour
  /** Tags or a number under the words; `saying` speaks for them. */
  children?: ReactNode
  saying?: string
  /** Leads somewhere: the row becomes a link with an arrow. */
  onTap?: () => void
}

/** One line of a list: drawing, words, and an arrow when it leads somewhere. */
export function Row({
  label,
  detail,
  drawing,
  colour = 'brick',
  children,
  saying,
  onTap,
}: RowProps) {
  const inside = (
    <>
      {drawing && <Drawing name={drawing} colour={colour} />}
      <View className="row__words">
        {/* The blanks keep words of different lines apart where a line is not seen: read aloud, copied. */}
        <View className="row__label">{label} </View>
        {detail && <View className="row__detail">{detail} </View>}
        {children && <View className="row__more">{children}</View>}
      </View>
      {onTap && <Drawing name="next" colour="soft" size="small" />}
    </>
  )
  if (!onTap) return <View className="row">{inside}</View>
  const said = [label, detail, saying].filter(Boolean).join('，')
  return (
    <Tap className="row" role="link" label={said} onTap={onTap}>
      {inside}
    </Tap>
  )
}

/** Rows of one kind, under one spoken name. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="rows" {...spoken({ role: 'group', label })}>
      {children}
    </View>
  )
}
