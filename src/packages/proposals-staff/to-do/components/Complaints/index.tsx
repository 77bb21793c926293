import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { useAnswerComplaint, useComplaints } from '@/src/queries/proposalsStaff'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import type { VoiceComplaint } from '@/types/proposals'

const views = [
  { value: 'waiting' as const, label: '要处理的' },
  { value: 'over' as const, label: '处理过的' },
]

/** What residents say against something published; who said it is not shown. */
export function Complaints({ decides }: { decides: boolean }) {
  const [view, setView] = useState<'waiting' | 'over'>('waiting')
  const [answering, setAnswering] = useState<VoiceComplaint>()
  const reading = useComplaints(view)
  return (
    <>
      <Tabs label="看哪些意见" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="意见没有打开">
        {(complaints) => (
          <>
            {complaints.length === 0 && (
              <Empty
                label="这里现在没有意见"
                detail="居民提了，马上出现在这里。"
                drawing="bubble"
              />
            )}
            {complaints.map((one) => (
              <Card key={one.id} label={one.title}>
                <Heading label={`${one.of === 'wish' ? '心愿' : '提案'}：${one.title}`} level={2} />
                <View>居民说：{one.words}</View>
                <View>{whenSaid(one.at, now())}</View>
                {one.state !== 'waiting' && (
                  <Tag
                    label={stands[one.state]}
                    tone={one.state === 'hidden' ? 'brick' : 'pine'}
                    drawing={one.state === 'hidden' ? 'close' : 'check'}
                  />
                )}
                {one.answer !== null && <View>回音：{one.answer}</View>}
                <Button
                  label={one.of === 'wish' ? '看这个心愿' : '看这个提案'}
                  fuller={`${one.of === 'wish' ? '看这个心愿' : '看这个提案'}，${one.title}`}
                  look="quiet"
                  onTap={() =>
                    one.of === 'wish'
                      ? goTo('staffWish', { wish: one.thing })
                      : goTo('staffProposal', { proposal: one.thing })
                  }
                />
                {decides && one.state !== 'left' && (
                  <Button
                    label={one.state === 'hidden' ? '重新公开' : '给回音'}
                    fuller={`${one.state === 'hidden' ? '重新公开' : '给回音'}，${one.title}`}
                    look="secondary"
                    onTap={() => setAnswering(one)}
                  />
                )}
              </Card>
            ))}
            <ReadOn of={reading} />
            {complaints.length > 0 && (
              <Printing
                label="打印意见"
                before={async () => void (await readAll(reading, 100))}
                sheet={sheetOf(complaints)}
              />
            )}
          </>
        )}
      </Reading>
      {answering && <Answer complaint={answering} onBack={() => setAnswering(undefined)} />}
    </>
  )
}

const stands = { waiting: '要处理', hidden: '不公开了', left: '留着' } as const

const sheetOf = (complaints: readonly VoiceComplaint[]) => ({
  title: '居民的意见',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['日子', '对什么', '意见', '到哪一步', '回音'],
      rows: complaints.map((one) => [
        whenSaid(one.at, now()),
        `${one.of === 'wish' ? '心愿' : '提案'}：${one.title}`,
        one.words,
        stands[one.state],
        one.answer ?? '',
      ]),
    },
  ],
})

function Answer({ complaint, onBack }: { complaint: VoiceComplaint; onBack: () => void }) {
  const send = useAnswerComplaint()
  const hidden = complaint.state === 'hidden'
  const [hide, setHide] = useState<'hide' | 'leave'>('leave')
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const go = () => {
    setTried(true)
    if (answer.trim() === '') return
    send.submit(
      { complaint: complaint.id, hide: hide === 'hide', answer: answer.trim() },
      {
        done: () => {
          showToast('处理好了，提意见的人会收到回音')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={hidden ? `“${complaint.title}”重新公开？` : `“${complaint.title}”怎么处理？`}
      yes={{ label: '就这样处理', danger: hide === 'hide', busy: send.busy, onTap: go }}
      back={send.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      {!hidden && (
        <Choice
          label="还让大家看到吗"
          options={[
            { value: 'leave', label: '留着，大家照样看得到' },
            { value: 'hide', label: '不公开了', detail: '写的人会知道' },
          ]}
          value={hide}
          onChange={setHide}
        />
      )}
      <Field
        label="给提意见的人的回音"
        value={answer}
        onChange={setAnswer}
        most={100}
        {...(tried && answer.trim() === '' && { error: '请写一句回音' })}
      />
      <Submitted of={send} />
    </Sheet>
  )
}
