import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { useReportErrand, useTakeOffErrand } from '@/src/queries/errandsStaff'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { minutesSaid } from '@/src/words/volunteers'
import type { ErrandForStaff } from '@/types/errands'
import { Call } from '../Call'

type Helper = ErrandForStaff['helpers'][number]
type HelperProps = { errand: ErrandForStaff; helper: Helper }

const states: Readonly<Record<Helper['state'], string>> = {
  accepted: '答应了',
  onTheWay: '出发了',
  done: '说办好了',
}

const helperSaid = ({ state, came }: Helper): string =>
  came === false ? '说是没有去' : states[state]

/** Who said yes: calling them, and what they tell on the phone. */
export function Helpers({ errand }: { errand: ErrandForStaff }) {
  if (errand.helpers.length === 0) return null
  return (
    <>
      <Heading label="谁去" />
      {errand.helpers.map((helper) => (
        <HelperCard key={helper.id} errand={errand} helper={helper} />
      ))}
    </>
  )
}

function HelperCard({ errand, helper }: HelperProps) {
  const finds = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  const [open, setOpen] = useState<'leave' | 'report'>()
  const { id, name, state } = helper
  const close = () => setOpen(undefined)
  return (
    <Card label={`${name}，${helperSaid(helper)}`}>
      <Heading label={name} level={3} />
      <View>{helperSaid(helper)}</View>
      <Call errand={errand.id} person={id} name={name} />
      {errand.mayReport && state !== 'done' && (
        <Button
          label="替他报一声"
          fuller={`替他报一声，${name}`}
          look="secondary"
          drawing="check"
          onTap={() => setOpen('report')}
        />
      )}
      {errand.mayTakeOff && (
        <Button
          label="他来不了了"
          fuller={`他来不了了，${name}`}
          look="quiet"
          drawing="close"
          onTap={() => setOpen('leave')}
        />
      )}
      {finds && (
        <Button
          label="看他的资料"
          fuller={`看他的资料，${name}`}
          look="quiet"
          drawing="person"
          onTap={() => goTo('person', { person: id })}
        />
      )}
      {open === 'leave' && <Leave errand={errand} helper={helper} onBack={close} />}
      {open === 'report' && <Report errand={errand} helper={helper} onBack={close} />}
    </Card>
  )
}

type SheetProps = HelperProps & { onBack: () => void }

function Leave({ errand, helper: { id, name }, onBack }: SheetProps) {
  const takeOff = useTakeOffErrand()
  const send = () =>
    takeOff.submit(
      { errand: errand.id, person: id },
      {
        done: () => {
          showToast(`记下了，${name}不去，马上请别人`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`${name}来不了了？`}
      yes={{ label: '是的，换人', danger: true, busy: takeOff.busy, onTap: send }}
      back={takeOff.waiting ? '知道了' : '他还是去'}
      onBack={onBack}
    >
      <View>居民和同伴会收到通知，系统马上请别的志愿者。您的名字会和他的一起记下。</View>
      <Submitted of={takeOff} />
    </Sheet>
  )
}

/** Time is counted in quarters of an hour. */
const quarter = 15

const outcomes = [
  { value: 'done' as const, label: '办好了' },
  { value: 'noAnswer' as const, label: '到了，没有人应' },
]

/** What a volunteer says on the phone: it is done, or nobody opened; and whether who goes along was there. */
function Report({ errand, helper: { id, name }, onBack }: SheetProps) {
  const report = useReportErrand()
  const [outcome, setOutcome] = useState<'done' | 'noAnswer'>('done')
  const [quarters, setQuarters] = useState(Math.max(1, Math.round(errand.kind.minutes / quarter)))
  const [together, setTogether] = useState<'yes' | 'no'>()
  const [tried, setTried] = useState(false)
  const others = errand.helpers.filter((one) => one.id !== id && one.came === null)
  const unsaid = others.length > 0 && together === undefined
  const send = () => {
    setTried(unsaid)
    if (unsaid) return
    report.submit(
      {
        errand: errand.id,
        person: id,
        there: outcome === 'done',
        ...(together && { together: together === 'yes' }),
        ...(outcome === 'done' && { minutes: quarters * quarter }),
      },
      {
        done: () => {
          showToast(`替${name}报上去了`)
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={`${name}怎么说？`}
      yes={{ label: '报上去', busy: report.busy, onTap: send }}
      back={report.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <Choice label="办得怎么样" options={outcomes} value={outcome} onChange={setOutcome} />
      {outcome === 'done' && (
        <Stepper
          label={`做了 ${minutesSaid(quarters * quarter)}`}
          unit="刻钟"
          least={1}
          most={480 / quarter}
          value={quarters}
          onChange={setQuarters}
        />
      )}
      {others.length > 0 && (
        <Choice
          label={`${others.map((one) => one.name).join('、')}一起去了吗`}
          options={[
            { value: 'yes' as const, label: '一起去了' },
            { value: 'no' as const, label: `没去，${name}一个人去的` },
          ]}
          value={together}
          onChange={setTogether}
        />
      )}
      {tried && unsaid && <Notice kind="error" label="请先问一问同伴去了没有" />}
      <View>您的名字会和他的一起记下；时长要由别的同事确认。</View>
      <Submitted of={report} />
    </Sheet>
  )
}
