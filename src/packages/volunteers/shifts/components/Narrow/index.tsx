import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { daySaid } from '@/src/words/time'
import { shiftKinds } from '@/src/words/volunteers'
import { addDays, type Day } from '@/types/shared/day'
import { shiftKinds as everyKind, type ShiftKind } from '@/types/volunteers'

/** Only shifts of one kind, or of one day. */
export interface Only {
  kind?: ShiftKind
  day?: Day
}

const any = 'any'

/** So many days can be chosen; further away, one plans by the list. */
const daysShown = 7

type NarrowProps = { only: Only; onChange: (only: Only) => void }

/** Which of the shifts are shown, and the way to fewer of them. */
export function Narrow({ only, onChange }: NarrowProps) {
  const [asking, setAsking] = useState(false)
  const [next, setNext] = useState<Only>({})
  const { kind, day } = only
  const ask = () => {
    setNext(only)
    setAsking(true)
  }
  return (
    <>
      {(kind !== undefined || day !== undefined) && (
        <View>
          {kind !== undefined && (
            <Tag
              label={`只看${shiftKinds[kind].label}`}
              tone="blue"
              drawing={shiftKinds[kind].drawing}
            />
          )}
          {day !== undefined && (
            <Tag label={`只看${daySaid(day, today())}`} tone="blue" drawing="calendar" />
          )}
        </View>
      )}
      <Button label="挑一种活、挑一天" look="quiet" onTap={ask} />
      {(kind !== undefined || day !== undefined) && (
        <Button label="不挑了，都看看" look="quiet" onTap={() => onChange({})} />
      )}
      {asking && (
        <Sheet
          label="想看哪些？"
          yes={{
            label: '就看这些',
            onTap: () => {
              onChange(next)
              setAsking(false)
            },
          }}
          back="返回"
          onBack={() => setAsking(false)}
        >
          <Choice
            label="做什么"
            options={[
              { value: any, label: '都可以' },
              ...everyKind.map((value) => ({ value, label: shiftKinds[value].label })),
            ]}
            value={next.kind ?? any}
            onChange={(value) =>
              setNext({
                ...(next.day !== undefined && { day: next.day }),
                ...(value !== any && { kind: value }),
              })
            }
          />
          <Choice
            label="哪一天"
            options={[
              { value: any, label: '哪天都可以' },
              ...Array.from({ length: daysShown }, (_, n) => addDays(today(), n)).map((value) => ({
                value,
                label: daySaid(value, today()),
              })),
            ]}
            value={next.day ?? any}
            onChange={(value) =>
              setNext({
                ...(next.kind !== undefined && { kind: next.kind }),
                ...(value !== any && { day: value }),
              })
            }
          />
        </Sheet>
      )}
    </>
  )
}
