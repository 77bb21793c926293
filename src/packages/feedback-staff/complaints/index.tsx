import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import {
  useComplaint,
  useComplaints,
  useSettleComplaint,
  type Complaint,
  type ComplaintView,
} from '@/src/queries/caseBoard'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'

const views: ReadonlyArray<{ value: ComplaintView; label: string }> = [
  { value: 'open', label: '要看的' },
  { value: 'settled', label: '看过的' },
]

/** Nobody works from a longer sheet. */
const mostPrinted = 100

/** What people found wrong with what everybody can read, the oldest first. */
export default function Complaints() {
  const [view, setView] = useState<ComplaintView>('open')
  const reading = useComplaints(view)
  const cached = cachedAt(reading)
  const [settling, setSettling] = useState<Complaint>()
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 条`, 'warn')
  }
  return (
    <Page
      wide
      title="居民说的不妥"
      subtitle="公开的话，有居民觉得不该写"
      {...(cached && { cachedAt: cached })}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="名单没有打开">
        {(all) =>
          all.length === 0 && !reading.hasNextPage ? (
            <Empty label="现在没有" detail="居民觉得哪一条不妥，会出现在这里。" drawing="bubble" />
          ) : (
            <>
              {all.map((one) => (
                <One key={one.id} one={one} onSettle={() => setSettling(one)} />
              ))}
              <ReadOn of={reading} />
              <Printing label="打印名单" before={readOn} sheet={sheetOf(all)} />
            </>
          )
        }
      </Reading>
      {settling && <Settle one={settling} onBack={() => setSettling(undefined)} />}
    </Page>
  )
}

const titleOf = ({ entry }: Complaint): string => entry?.title ?? '这一条已经没有了'

function One({ one, onSettle }: { one: Complaint; onSettle: () => void }) {
  const { at, because, entry, settled } = one
  return (
    <Card label={`关于“${titleOf(one)}”`}>
      <Heading label={titleOf(one)} />
      {entry && <View>{entry.words}</View>}
      <View>
        居民说：{because}（{whenSaid(at, now())}）
      </View>
      {settled ? (
        <View>
          {settled.by}答复：{settled.hidden ? '撤下了' : '留着'}
          {settled.words === '' ? '' : `，${settled.words}`}
        </View>
      ) : (
        <Button label="答复" fuller={`答复“${titleOf(one)}”`} look="secondary" onTap={onSettle} />
      )}
    </Card>
  )
}

function Settle({ one, onBack }: { one: Complaint; onBack: () => void }) {
  const settle = useSettleComplaint()
  const reading = useComplaint(one.id)
  const [hide, setHide] = useState<'hide' | 'leave'>()
  const [words, setWords] = useState('')
  const send = () => {
    if (hide === undefined) return
    settle.submit(
      { complaint: one.id, hide: hide === 'hide', words: words.trim() },
      {
        done: () => {
          showToast('答复了，提意见的居民会收到通知')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={`“${titleOf(one)}”怎么办？`}
      yes={{ label: '就这样答复', busy: settle.busy, onTap: send }}
      onBack={onBack}
    >
      <Reading of={reading} failed="现在怎么写的没有打开">
        {({ entry, now: written }) => <AsItIsNow entry={entry} written={written} />}
      </Reading>
      <Choice
        label="怎么办"
        options={[
          { value: 'hide', label: '撤下来', detail: '居民看不到了' },
          { value: 'leave', label: '留着', detail: '看过了，没有不妥' },
        ]}
        value={hide}
        onChange={setHide}
      />
      <Field label="写给他的话" optional most={200} value={words} onChange={setWords} />
      <Submitted of={settle} />
    </Sheet>
  )
}

type AsItIsNowProps = {
  entry: Complaint['entry']
  written: OutputOf<'feedback', 'complaint'>['now']
}

/** Whether everybody still reads it, and what, where staff changed it since. */
function AsItIsNow({ entry, written }: AsItIsNowProps) {
  const shown = written?.shown === true
  const changed =
    written !== null && (written.title !== entry?.title || written.words !== entry.words)
  return (
    <>
      <Tag label={shown ? '公开着' : '已经撤下'} tone={shown ? 'pine' : 'plain'} />
      {changed && (
        <View>
          后来改成：{written.title}。{written.words}
        </View>
      )}
    </>
  )
}

const sheetOf = (all: readonly Complaint[]) => ({
  title: '居民说的不妥',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['哪一条', '居民说', '什么时候', '怎么办'],
      rows: all.map((one) => [
        titleOf(one),
        one.because,
        whenSaid(one.at, now()),
        one.settled ? (one.settled.hidden ? '撤下' : '留着') : '',
      ]),
    },
  ],
})
