import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Row, Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { goTo } from '@/src/routes'
import type { Door } from '../../doors'

/** A mini-program page holds less than 1000 elements. */
const pageSize = 40

const filters = [
  { value: 'left' as const, label: '还没办完' },
  { value: 'done' as const, label: '办完了' },
]

/** The doors of one building: those still to be gone to first. */
export function Lines({ survey, doors }: { survey: string; doors: readonly Door[] }) {
  const [filter, setFilter] = useState<'left' | 'done'>('left')
  const [shown, setShown] = useState(pageSize)
  const those = doors.filter(({ done }) => done === (filter === 'done'))
  return (
    <>
      <Tabs label="看哪些" tabs={filters} value={filter} onChange={setFilter} />
      {those.length === 0 && (
        <Empty
          label={filter === 'done' ? '这栋楼还没有办完的' : '这栋楼都办完了'}
          detail={filter === 'done' ? '填好的会到这里来。' : '辛苦了，请看别的楼。'}
          drawing="house"
        />
      )}
      <Rows label={doors[0]?.buildingName ?? '这栋楼'}>
        {those.slice(0, shown).map(({ person, homeName, names, said, note }) => (
          <Row
            key={person}
            label={homeName}
            detail={[names, note].filter(Boolean).join(' · ')}
            drawing="house"
            colour="brick"
            saying={said.label}
            onTap={() => goTo('surveyDoorFill', { survey, person })}
          >
            <Tag {...said} />
          </Row>
        ))}
      </Rows>
      {those.length > shown && (
        <Button
          label={`还有 ${those.length - shown} 个，再看一些`}
          look="secondary"
          onTap={() => setShown(shown + pageSize)}
        />
      )}
    </>
  )
}
