import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Tabs } from '@/src/design/Tabs'
import { spoken } from '@/src/design/spoken'
import type { QueueLine } from '@/types/canteen'
import { filtersOf, linesOf, namesakesOf, type Filter, type KeptOrders } from '../../lines'
import { QueueRow } from '../QueueRow'
import './index.scss'

/** A mini-program page holds less than 1000 elements. */
const pageSize = 20

type LinesProps = {
  lines: readonly QueueLine[]
  kept: KeptOrders
  onTap: (line: QueueLine) => void
}

/** Everybody who ordered, by building: found by typing a name or a door, those not served yet first. */
export function Lines({ lines, kept, onTap }: LinesProps) {
  const [wanted, setWanted] = useState<Filter>('waiting')
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(pageSize)
  const filters = filtersOf(lines, kept)
  const filter = filters.some(({ value }) => value === wanted) ? wanted : 'waiting'
  const found = linesOf(lines, filter, typed, kept)
  return (
    <>
      {lines.length > 5 && (
        <Field
          label="按名字找"
          hint="名字，或者门牌，比如 301"
          most={20}
          value={typed}
          onChange={(word) => {
            setTyped(word)
            setShown(pageSize)
          }}
        />
      )}
      <Tabs
        label="看哪些"
        tabs={filters}
        value={filter}
        onChange={(value) => {
          setWanted(value)
          setShown(pageSize)
        }}
      />
      {found.length === 0 ? (
        <Empty
          label={typed ? `没有找到“${typed.trim()}”` : emptySaid[filter]}
          {...(typed && { detail: '换个写法，或者看看别的分类。' })}
          drawing="bowl"
        />
      ) : (
        <View className="queue-lines" {...spoken({ role: 'group', label: '名单' })}>
          {found.slice(0, shown).map((line) => (
            <QueueRow
              key={line.order}
              line={line}
              kept={kept.has(line.order)}
              namesake={namesakesOf(lines, line).length > 0}
              onTap={() => onTap(line)}
            />
          ))}
        </View>
      )}
      {found.length > shown && (
        <Button
          label={`还有 ${found.length - shown} 份，再看一些`}
          look="secondary"
          onTap={() => setShown(shown + pageSize)}
        />
      )}
    </>
  )
}

const emptySaid: Readonly<Record<Filter, string>> = {
  waiting: '都取走了，或者还没有人订',
  delivery: '没有要送的',
  given: '还没有给过',
  other: '没有人落下',
}
