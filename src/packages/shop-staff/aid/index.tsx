import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useHolds } from '@/src/queries/residents'
import { useAidRequests, useDecideAid } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { aidStates, countSaid } from '@/src/words/shop'
import { keptSaid, whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Aid, AidState } from '@/types/shop'
import { GiveAid } from '../components/GiveAid'

const views: ReadonlyArray<{ value: AidState; label: string }> = [
  { value: 'asked', label: '等审批' },
  { value: 'approved', label: '等领取' },
  { value: 'given', label: '领走的' },
  { value: 'refused', label: '没同意' },
  { value: 'lapsed', label: '过期的' },
]

/** As many as are handed out in a day. */
const mostPrinted = 200

/** Goods for somebody in need: one asks, another decides, the keeper gives. */
export default function AidRequests() {
  const { state } = useRouter().params
  const [view, setView] = useState(views.find(({ value }) => value === state)?.value ?? 'asked')
  const reading = useAidRequests(view)
  const asks = useHolds()('gridWorker', 'communityStaff', 'centreStaff', 'keeper')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="救急"
      subtitle="一个人申请，另一个人审批"
      {...(cached && { cachedAt: cached })}
      {...(asks && {
        action: <Button label="替人申请" drawing="plus" onTap={() => goTo('shopAskAid')} />,
      })}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="救急申请没有打开">
        {(requests) => (
          <>
            {requests.length === 0 && <Empty label="这里没有申请" drawing="heart" />}
            {requests.map((aid) => (
              <Request key={aid.id} aid={aid} />
            ))}
            <ReadOn of={reading} />
            {view === 'approved' && requests.length > 0 && (
              <Printing
                label="打印领取单"
                sheet={sheetOf(requests)}
                before={async () => void (await readAll(reading, mostPrinted))}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Request({ aid }: { aid: Aid }) {
  const [asking, setAsking] = useState<'approve' | 'refuse' | 'give'>()
  const { person, goods, quantity, because, askedBy, state, decidedBy, answer, at } = aid
  const { homeName, phoneMasked, until } = aid
  const what = countSaid(goods.name, quantity, goods.unit)
  const said = aidStates[state]
  const close = () => setAsking(undefined)
  return (
    <Card label={[person.name, what, said.label].join('，')}>
      <Heading label={`${person.name}，${what}`} />
      <View>
        <Tag {...said} />
      </View>
      <View>{[homeName, phoneMasked].filter(Boolean).join('，')}</View>
      {because !== '' && <View>{because}</View>}
      <View>
        {askedBy} {whenSaid(at, now())} 申请
        {decidedBy !== null && `，${decidedBy}${state === 'refused' ? '没有同意' : '同意'}`}
      </View>
      {answer !== null && <View>回复：{answer}</View>}
      {state === 'approved' && until !== null && <View>{keptSaid(until, now())}</View>}
      {aid.mayDecide && (
        <>
          <Button
            label="同意"
            fuller={`同意，${person.name}，${what}`}
            look="secondary"
            drawing="check"
            onTap={() => setAsking('approve')}
          />
          <Button
            label="不同意"
            fuller={`不同意，${person.name}，${what}`}
            look="quiet"
            onTap={() => setAsking('refuse')}
          />
        </>
      )}
      {aid.mayGive && (
        <Button
          label="给他了"
          fuller={`给他了，${person.name}，${what}`}
          look="secondary"
          drawing="hand"
          onTap={() => setAsking('give')}
        />
      )}
      {(asking === 'approve' || asking === 'refuse') && (
        <Decide aid={aid} approve={asking === 'approve'} what={what} onBack={close} />
      )}
      {asking === 'give' && (
        <GiveAid
          aid={aid}
          onBack={close}
          onDone={(said) => {
            close()
            showToast(said)
          }}
        />
      )}
    </Card>
  )
}

type DecideProps = { aid: Aid; approve: boolean; what: string; onBack: () => void }

function Decide({ aid, approve, what, onBack }: DecideProps) {
  const decide = useDecideAid()
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const missing = !approve && answer.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    decide.submit(
      { aid: aid.id, approve, ...(answer.trim() !== '' && { answer: answer.trim() }) },
      {
        done: () => {
          showToast(approve ? '同意了，东西已经留好' : '已经回复了')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={approve ? `同意给${aid.person.name} ${what}吗？` : '不同意这次申请吗？'}
      yes={{
        label: approve ? '同意' : '不同意',
        danger: !approve,
        busy: decide.busy || decide.waiting,
        onTap: send,
      }}
      back="再看看"
      onBack={onBack}
    >
      <View>
        {approve
          ? '同意以后马上留货，留 7 天，我们通知本人来取。'
          : '请写一句原因，申请的人会看到。'}
      </View>
      <Field
        label="回复"
        optional={approve}
        most={100}
        value={answer}
        onChange={setAnswer}
        {...(tried && missing && { error: '请写一句原因' })}
      />
      <Submitted of={decide} />
    </Sheet>
  )
}

/** Who fetches what, on paper: found by name, home and number, and ticked. */
const sheetOf = (requests: readonly Aid[]): Printout => ({
  title: '救急领取单',
  notes: [`${whenSaid(now(), now())} 打印，共 ${requests.length} 份`],
  tables: [
    {
      title: null,
      columns: ['名字', '住哪里', '电话', '货品', '数量', '留到', '领了'],
      rows: requests.map(({ person, homeName, phoneMasked, goods, quantity, until }) => [
        person.name,
        homeName ?? '',
        phoneMasked ?? '',
        goods.name,
        `${quantity} ${goods.unit}`,
        until === null ? '' : keptSaid(until, now()).replace('留到 ', ''),
        '',
      ]),
    },
  ],
})
