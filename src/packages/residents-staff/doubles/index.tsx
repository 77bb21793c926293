import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useDismissDouble, useDoubles, useMergePeople } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import type { PersonLine } from '@/types/residents'
import { PersonRow } from '../components/PersonRow'
import './index.scss'

type Pair = OutputOf<'residents', 'listDoubles'>['items'][number]

/** Records that may be of one person, side by side: merged into one, or told apart for good. */
export default function Doubles() {
  const reading = useDoubles()
  const cached = cachedAt(reading)
  return (
    <Page wide title="可能重复" subtitle="居民看不到这一页" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="可能重复的记录没有打开">
        {(pairs) =>
          pairs.length === 0 ? (
            <Empty
              label="没有可能重复的记录"
              detail="登记、改资料时会自动比一比。"
              drawing="check"
            />
          ) : (
            <>
              {pairs.map((pair) => (
                <Two key={pair.id} pair={pair} />
              ))}
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const whySaid = ({ a, why }: Pair): string =>
  why === 'birthDate' ? `都叫${a.name}，生日一样` : `都叫${a.name}，住在一处`

function Two({ pair }: { pair: Pair }) {
  const { id, a, b } = pair
  const merge = useMergePeople()
  const dismiss = useDismissDouble()
  const [asking, setAsking] = useState<'merge' | 'dismiss'>()
  const close = () => setAsking(undefined)
  const join = (keep: PersonLine, other: PersonLine) =>
    merge.submit(
      { keep: keep.id, merge: other.id },
      {
        done: () => {
          close()
          showToast('合成一份了，报名和家人都在')
        },
        failed: close,
      },
    )
  const busy = merge.busy || merge.waiting || dismiss.busy || dismiss.waiting
  return (
    <Card label={whySaid(pair)}>
      <Heading label={whySaid(pair)} />
      <View className="doubles__pair">
        <PersonRow person={a} onTap={() => goTo('person', { person: a.id })} />
        <PersonRow person={b} onTap={() => goTo('person', { person: b.id })} />
      </View>
      <Submitted of={merge} />
      <Submitted of={dismiss} />
      <View className="doubles__pair">
        <Button
          label="是同一个人"
          look="secondary"
          fuller={`${a.name}的两份记录，是同一个人`}
          off={busy}
          onTap={() => setAsking('merge')}
        />
        <Button
          label="不是同一个人"
          look="quiet"
          fuller={`${a.name}的两份记录，不是同一个人`}
          off={busy}
          onTap={() => setAsking('dismiss')}
        />
      </View>
      {asking === 'merge' && <Merge pair={pair} busy={busy} onJoin={join} onBack={close} />}
      {asking === 'dismiss' && (
        <Sheet
          label="他们不是同一个人吗？"
          yes={{
            label: '不是同一个人',
            busy,
            onTap: () => dismiss.submit({ double: id }, { done: close, failed: close }),
          }}
          onBack={close}
        >
          <View>以后不再提示这两份记录。</View>
        </Sheet>
      )}
    </Card>
  )
}

type MergeProps = {
  pair: Pair
  busy: boolean
  onJoin: (keep: PersonLine, merge: PersonLine) => void
  onBack: () => void
}

/** What tells a record from its double: the year and the home. */
const mark = ({ birthYear, homeName }: PersonLine): string =>
  [birthYear === null ? '没有生日' : `${birthYear} 年生`, homeName ?? '没有住址'].join('，')

function Merge({ pair: { a, b }, busy, onJoin, onBack }: MergeProps) {
  const [keep, setKeep] = useState(a.id)
  const join = () => (keep === a.id ? onJoin(a, b) : onJoin(b, a))
  return (
    <Sheet
      label={`把两份${a.name}合成一份吗？`}
      yes={{ label: '合成一份', danger: true, busy, onTap: join }}
      back="先不合并"
      onBack={onBack}
    >
      <View>不能再分开。报名、家人、卡都并过来，名额按一个人算。</View>
      <Choice
        label="资料以哪一份为准"
        options={[a, b].map((person) => ({ value: person.id, label: mark(person) }))}
        value={keep}
        onChange={setKeep}
      />
    </Sheet>
  )
}
