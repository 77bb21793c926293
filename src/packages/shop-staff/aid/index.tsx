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
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { useAidRequests, useDecideAid, useGiveAid } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { aidStates, countSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Aid, AidState } from '@/types/shop'

const views: ReadonlyArray<{ value: AidState; label: string }> = [
  { value: 'asked', label: '等审批' },
  { value: 'approved', label: '等领取' },
  { value: 'given', label: '领走的' },
  { value: 'refused', label: '没同意' },
  { value: 'lapsed', label: '过期的' },
]

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
          </>
        )}
      </Reading>
    </Page>
  )
}

function Request({ aid }: { aid: Aid }) {
  const [asking, setAsking] = useState<'approve' | 'refuse' | 'give'>()
  const { person, goods, quantity, because, askedBy, state, decidedBy, answer, at } = aid
  const what = countSaid(goods.name, quantity, goods.unit)
  const said = aidStates[state]
  const close = () => setAsking(undefined)
  return (
    <Card label={[person.name, what, said.label].join('，')}>
      <Heading label={`${person.name}，${what}`} />
      <View>
        <Tag {...said} />
      </View>
      {because !== '' && <View>{because}</View>}
      <View>
        {askedBy} {whenSaid(at, now())} 申请
        {decidedBy !== null && `，${decidedBy}${state === 'refused' ? '没有同意' : '同意'}`}
      </View>
      {answer !== null && <View>回复：{answer}</View>}
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
      {asking === 'give' && <Give aid={aid} what={what} onBack={close} />}
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

function Give({ aid, what, onBack }: { aid: Aid; what: string; onBack: () => void }) {
  const give = useGiveAid()
  const send = () =>
    give.submit(
      { aid: aid.id },
      {
        done: () => {
          showToast(`${what}给${aid.person.name}了`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`${what}交到${aid.person.name}手里了吗？`}
      yes={{ label: '交到了', busy: give.busy || give.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>本人来不了，可以由家人或网格员代领。</View>
      <Submitted of={give} />
    </Sheet>
  )
}
