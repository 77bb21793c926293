import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { usePerson, useRemoveTag, useSetTag } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { tagNames } from '@/src/words/activities'
import { fullDay } from '@/src/words/residents'
import type { AudienceTag, PersonForStaff } from '@/types/residents'

/** The groups a resident belongs to, until when; what needs the resident's consent asks for the signed form. */
export default function Tags() {
  const { person = '' } = useRouter().params
  const reading = usePerson(person)
  return (
    <Page wide title="标签" {...(reading.data && { subtitle: reading.data.name })}>
      <Reading of={reading} failed="标签没有打开">
        {(value) => (
          <>
            <Held person={value} />
            <Add person={value} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Held({ person: { id, name, tags } }: { person: PersonForStaff }) {
  const remove = useRemoveTag()
  const [asking, setAsking] = useState<AudienceTag>()
  const close = () => setAsking(undefined)
  return (
    <>
      <Submitted of={remove} />
      {tags.length === 0 && <View>{name}现在没有标签，或者有您看不到的。</View>}
      {tags.map(({ tag, until }) => (
        <Card key={tag} label={tagNames[tag]}>
          <Heading label={tagNames[tag]} />
          {until !== null && <View>到 {fullDay(until)}，到期自动去掉</View>}
          <Button
            label="去掉"
            look="quiet"
            fuller={`去掉标签：${tagNames[tag]}`}
            onTap={() => setAsking(tag)}
          />
        </Card>
      ))}
      {asking && (
        <Sheet
          label={`去掉“${tagNames[asking]}”吗？`}
          yes={{
            label: '去掉',
            danger: true,
            busy: remove.busy || remove.waiting,
            onTap: () => remove.submit({ person: id, tag: asking }, { done: close, failed: close }),
          }}
          back="留着"
          onBack={close}
        >
          <View>只给这类居民的活动，他以后报不了。</View>
        </Sheet>
      )}
    </>
  )
}

function Add({ person: { id, tags } }: { person: PersonForStaff }) {
  const set = useSetTag()
  const [tag, setTag] = useState<AudienceTag>()
  const [signed, setSigned] = useState<'signed'[]>([])
  const held = new Set(tags.map((one) => one.tag))
  const free = (Object.keys(tagNames) as AudienceTag[]).filter((one) => !held.has(one))
  const submit = () => {
    if (tag === undefined) return
    set.submit(
      { person: id, tag, ...(signed.length > 0 && { consent: 'signedForm' as const }) },
      {
        done: () => {
          setTag(undefined)
          setSigned([])
        },
      },
    )
  }
  return (
    <>
      <Choice
        label="加一个标签"
        hint="一年后自动去掉，还符合就再加"
        options={free.map((value) => ({ value, label: tagNames[value] }))}
        value={tag}
        onChange={setTag}
      />
      <Choice
        many
        label="要本人同意的"
        hint="孩子、党员、残疾、慢性病、低保，要先签同意书"
        options={[{ value: 'signed' as const, label: '他签了纸质同意书' }]}
        value={signed}
        onChange={setSigned}
      />
      <Submitted of={set} />
      <Button
        label={tag === undefined ? '先选一个标签' : `加上“${tagNames[tag]}”`}
        off={tag === undefined}
        busy={set.busy || set.waiting}
        onTap={submit}
      />
    </>
  )
}
