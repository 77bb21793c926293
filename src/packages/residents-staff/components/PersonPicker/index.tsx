import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { usePeople } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import type { PersonLine } from '@/types/residents'
import { PersonRow } from '../PersonRow'
import './index.scss'

type PersonPickerProps = {
  /** What is looked for: 找居民. */
  label: string
  onPick: (person: PersonLine) => void
}

/** Finds a person of my nodes by name, last digits of the phone, or building and room; page by page. */
export function PersonPicker({ label, onPick }: PersonPickerProps) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const people = usePeople(asked)
  const tooLong = wrongField(people.error) === 'text'
  return (
    <>
      <Field
        label={label}
        hint="名字、手机后四位，或者楼号门牌，比如 12号楼 2-301"
        most={20}
        value={typed}
        onChange={setTyped}
        {...(tooLong && { error: '请写短一点，最多 20 个字' })}
      />
      <Button
        label="找"
        look="secondary"
        busy={people.isFetching && !people.isFetchingNextPage}
        onTap={() => setAsked(typed.trim())}
      />
      {asked !== '' && (
        <Reading of={people} failed="没有找成">
          {(found) =>
            found.length === 0 ? (
              <Empty
                label={`没有找到“${asked}”`}
                detail="只找得到您管的这一片的人。换个写法，或者扫会员码。"
              />
            ) : (
              <>
                <View className="person-picker__found">
                  {found.map((person) => (
                    <PersonRow key={person.id} person={person} onTap={() => onPick(person)} />
                  ))}
                </View>
                <ReadOn of={people} />
              </>
            )
          }
        </Reading>
      )}
    </>
  )
}
