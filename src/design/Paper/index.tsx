import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from '../spoken'
import './index.scss'
import './sheet'

type PaperProps = {
  /** What the sheet is: 签到名单. */
  label: string
  /** The sheet is also looked at on the screen, such as a poster; else it is on paper only. */
  seen?: boolean
  children: ReactNode
}

/** What a page prints: A4, black on white, instead of all else on it. A mini-program has no printer. */
export function Paper({ label, seen = false, children }: PaperProps) {
  if (process.env.TARO_ENV !== 'h5' && !seen) return null
  return (
    <View
      className={`paper ${seen ? 'paper--seen' : ''}`}
      {...spoken(seen ? { role: 'group', label } : { hidden: true })}
    >
      {children}
    </View>
  )
}

type PaperTableProps = {
  columns: readonly string[]
  /** One text for each column; an empty one leaves room to write. */
  rows: ReadonlyArray<{ key: string; cells: readonly string[] }>
}

/** A table with lines, for `Paper`. */
export function PaperTable({ columns, rows }: PaperTableProps) {
  return (
    <View className="paper__table">
      <View className="paper__row paper__row--head">
        {columns.map((column) => (
          <View className="paper__cell" key={column}>
            {column}
          </View>
        ))}
      </View>
      {rows.map(({ key, cells }) => (
        <View className="paper__row" key={key}>
          {cells.map((cell, column) => (
            <View className="paper__cell" key={columns[column]}>
              {cell}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
