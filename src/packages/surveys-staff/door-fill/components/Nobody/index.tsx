import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import type { AtDoor } from '@/types/surveys'

type NobodyProps = {
  door: OutputOf<'surveys', 'door'>
  onChosen: (chosen: { of: AtDoor; label: string }) => void
}

/** Who is not on the list: a household by its door, or somebody of a building whom nobody names. */
export function Nobody({ door: { survey, buildings }, onChosen }: NobodyProps) {
  const [building, setBuilding] = useState<string>()
  const [unit, setUnit] = useState('')
  const [room, setRoom] = useState('')
  const [tried, setTried] = useState(false)
  const household = survey.per === 'household'
  const complete = building !== undefined && (!household || room.trim() !== '')
  const goOn = () => {
    if (building === undefined || !complete) return setTried(true)
    const label = buildings.find(({ id }) => id === building)?.label ?? ''
    if (!household)
      return onChosen({ of: { kind: 'nobody', building }, label: `${label}的居民，不写名字` })
    onChosen({
      of: {
        kind: 'home',
        home: {
          building,
          ...(unit.trim() !== '' && { unit: unit.trim() }),
          room: room.trim(),
        },
      },
      label: `${label} ${unit.trim() === '' ? '' : `${unit.trim()}单元`}${room.trim()}室`,
    })
  }
  return (
    <Page
      title={household ? '名单上没有的一户' : '名单上没有的人'}
      subtitle={survey.title}
      action={<Button label="下一步" onTap={goOn} />}
    >
      <Choice
        label="哪栋楼"
        options={buildings.map(({ id, label }) => ({ value: id, label }))}
        value={building}
        onChange={setBuilding}
      />
      {household && (
        <>
          <Field label="单元" optional most={10} value={unit} onChange={setUnit} />
          <Field
            label="几室"
            most={10}
            value={room}
            onChange={setRoom}
            {...(tried && room.trim() === '' && { error: '请写上几室，才知道是哪一户' })}
          />
        </>
      )}
      {tried && building === undefined && <Notice kind="error" label="请选一栋楼" />}
    </Page>
  )
}
