import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCancelForResident, useCandidates } from '@/src/queries/errandsStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { errandSaid, errandWhenSaid, partNames, ratingSaid, troubleSaid } from '@/src/words/errands'
import { whenSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import type { ErrandForStaff } from '@/types/errands'
import { Candidates } from './components/Candidates'
import { Helpers } from './components/Helpers'
import { Settle } from './components/Settle'

/** One errand: how it stands, whom to ask for it, and what staff do about it. */
export default function StaffErrand() {
  const { errand = '' } = useRouter().params
  const reading = useCandidates(errand)
  const cached = cachedAt(reading)
  const known = reading.data?.errand
  return (
    <Page
      wide
      title={known ? `${known.kind.name} · ${known.person.name}` : '一项帮忙'}
      {...(known && { subtitle: errandWhenSaid(known, today()) })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="这一项没有打开">
        {({ errand: shown, candidates }) => (
          <>
            <About errand={shown} />
            <Todo errand={shown} />
            <Helpers errand={shown} />
            {(shown.state === 'open' || shown.state === 'unmatched') && (
              <Candidates errand={shown} candidates={candidates} />
            )}
            <Acts errand={shown} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function About({ errand }: { errand: ErrandForStaff }) {
  const { kind, person, homeName, phoneMasked, by, what, state, part, needed, helpers } = errand
  const { asked, declined, because, settled, at } = errand
  const stands = errandSaid(state)
  const finds = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  return (
    <>
      <Card label={`${kind.name}，${person.name}，${stands.label}`}>
        <Figure
          label={kind.name}
          value={errandWhenSaid(errand, today())}
          reason={`${partNames[part].times} · 大约 ${minutesSaid(kind.minutes)}`}
        />
        <View>
          <Tag {...stands} />
          {kind.atHome && <Tag label="两个人一起上门" tone="blue" drawing="house" />}
        </View>
        <View>
          {[person.name, homeName ?? '住址没有登记', phoneMasked].filter(Boolean).join(' · ')}
        </View>
        <View>{what}</View>
        <View>
          {whenSaid(at, now())} {by === null ? '本人点的' : `${by}替他点的`}
        </View>
        <View>
          要 {needed} 人，答应 {helpers.length} 人，{asked} 人没回答，{declined} 人没空
        </View>
        {because !== null && <View>原因：{because}</View>}
      </Card>
      {settled && (
        <Card label="怎么处理的">
          <Heading label="怎么处理的" level={3} />
          <View>{settled.note}</View>
          <View>
            {settled.by}，{whenSaid(settled.at, now())}
          </View>
        </Card>
      )}
      {finds && (
        <Row
          label={`${person.name}的资料`}
          detail="电话、家人、住址"
          drawing="person"
          colour="pine"
          onTap={() => goTo('person', { person: person.id })}
        />
      )}
    </>
  )
}

/** Why it is on my list, what was said, and closing it. */
function Todo({ errand }: { errand: ErrandForStaff }) {
  const { trouble, complaints, maySettle, endsUndone } = errand
  if (trouble === null) return null
  const { label, next } = troubleSaid[trouble]
  return (
    <>
      <Notice kind="warn" label={label}>
        {next}
      </Notice>
      {complaints.map(({ from, name, ...rating }) => (
        <Card key={`${from}-${name}`} label={`${name}说的`}>
          <View>
            {from === 'resident' ? '居民' : '志愿者'}
            {name}说：{ratingSaid(rating)}
          </View>
        </Card>
      ))}
      {maySettle && <Settle errand={errand.id} undone={endsUndone} />}
    </>
  )
}

/** What staff do in the resident's place. */
function Acts({ errand }: { errand: ErrandForStaff }) {
  const [cancelling, setCancelling] = useState(false)
  const orders = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  if (!orders) return null
  const { person, mayConfirm, mayCancel } = errand
  return (
    <>
      {mayConfirm && (
        <Button
          label={`替${person.name}确认`}
          look="secondary"
          drawing="check"
          onTap={() => goTo('myErrands', { forResident: person.id })}
        />
      )}
      {mayCancel && <Button label="这一项取消" look="danger" onTap={() => setCancelling(true)} />}
      {cancelling && <Cancel errand={errand} onBack={() => setCancelling(false)} />}
    </>
  )
}

function Cancel({ errand, onBack }: { errand: ErrandForStaff; onBack: () => void }) {
  const cancel = useCancelForResident()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(because.trim() === '')
    if (because.trim() === '') return
    cancel.submit(
      { errand: errand.id, forResident: errand.person.id, because: because.trim() },
      {
        done: () => {
          showToast('取消了，居民和志愿者都会收到通知')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={`${errand.person.name}的这一项取消吗？`}
      yes={{ label: '是的，取消', danger: true, busy: cancel.busy, onTap: send }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>居民和答应来的志愿者都会收到通知。</View>
      <Field
        label="为什么"
        hint="居民和志愿者会看到"
        value={because}
        onChange={setBecause}
        most={60}
        {...(tried && because.trim() === '' && { error: '请写一句原因' })}
      />
      <Submitted of={cancel} />
    </Sheet>
  )
}
