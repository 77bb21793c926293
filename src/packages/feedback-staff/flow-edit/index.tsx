import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useFlows, useSaveFlow } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { CaseLevel, Deadline, Flow } from '@/types/feedback'

/** A new category, or a new version of one (`category`). */
export default function CaseFlowEdit() {
  const { category } = useRouter().params
  const reading = useFlows()
  const known = reading.data?.flows.find((flow) => flow.category === category)
  if (reading.data && (category === undefined || known))
    return <Form rev={reading.data.rev} {...(known && { flow: known })} />
  return (
    <Page title="办理流程">
      <Reading of={reading} failed="办理流程没有打开">
        {() => <Empty label="这一类没有找到" detail="请返回，再找一找。" drawing="book" />}
      </Reading>
    </Page>
  )
}

type Start = Flow['startsAt']

const steps = ['what', 'grid', 'community', 'street', 'outside'] as const

const titles: Readonly<Record<(typeof steps)[number], string>> = {
  what: '是什么事',
  grid: '网格员',
  community: '社区',
  street: '街道',
  outside: '外面的部门',
}

const starts: ReadonlyArray<{ value: Start; label: string }> = [
  { value: 'grid', label: '网格员' },
  { value: 'community', label: '社区' },
  { value: 'street', label: '街道' },
]

const usual: Deadline = { workingDays: 5 }

function Form({ rev, flow }: { rev: number; flow?: Flow }) {
  const save = useSaveFlow()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [name, setName] = useState(flow?.name ?? '')
  const [example, setExample] = useState(flow?.example ?? '')
  const [startsAt, setStartsAt] = useState<Start>(flow?.startsAt ?? 'grid')
  const [order, setOrder] = useState(flow?.order ?? 50)
  const [retired, setRetired] = useState(flow?.retired ?? false)
  const [department, setDepartment] = useState(flow?.department ?? '')
  const [deadlines, setDeadlines] = useState<Record<CaseLevel, Deadline | null>>({
    grid: flow ? flow.grid : { workingDays: 2 },
    community: flow ? flow.community : usual,
    street: flow ? flow.street : { workingDays: 10 },
    outside: flow?.outside ?? null,
  })
  const step = steps[at] ?? 'what'
  const missing =
    (step === 'what' && name.trim() === '') ||
    (step === 'outside' && deadlines.outside !== null && department.trim() === '')
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () => {
    if (missing) setTried(true)
    else show(at + 1)
  }
  const send = () => {
    setTried(missing)
    if (missing) return
    save.submit(
      {
        ...{ rev, category: flow?.category ?? null },
        draft: {
          ...{ name: name.trim(), example: example.trim(), sealed: flow?.sealed ?? false },
          ...{ startsAt, order, retired, ...deadlines },
          department: deadlines.outside === null ? null : department.trim(),
        },
      },
      {
        done: () => {
          showToast('存好了，新来的事按这个办')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={titles[step]}
      subtitle={`${flow ? `改“${flow.name}”` : '加一类'} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          {step === 'outside' ? (
            <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'what' && (
        <>
          <Field
            label="叫什么"
            hint="比如：路灯"
            value={name}
            onChange={setName}
            most={12}
            {...(tried && name.trim() === '' && { error: '请写上叫什么，最多 12 个字' })}
          />
          <Field
            label="举个例子"
            hint="居民会看到。比如：楼下的路灯晚上不亮"
            optional
            value={example}
            onChange={setExample}
            most={40}
          />
          <Choice label="先由谁办" options={starts} value={startsAt} onChange={setStartsAt} />
          <Stepper label="排第几" unit="位" least={0} most={99} value={order} onChange={setOrder} />
          {flow && (
            <Switch
              label="停用这一类"
              detail="居民不能再选，在办的照办"
              on={retired}
              onChange={setRetired}
            />
          )}
        </>
      )}
      {step !== 'what' && (
        <Level
          key={step}
          name={titles[step]}
          value={deadlines[step]}
          onChange={(value) => setDeadlines({ ...deadlines, [step]: value })}
        />
      )}
      {step === 'outside' && deadlines.outside !== null && (
        <Field
          label="是哪个部门"
          hint="比如：交警大队"
          value={department}
          onChange={setDepartment}
          most={30}
          {...(tried && department.trim() === '' && { error: '请写上是哪个部门' })}
        />
      )}
    </Page>
  )
}

type LevelProps = {
  name: string
  value: Deadline | null
  onChange: (value: Deadline | null) => void
}

const kinds = [
  { value: 'days' as const, label: '按工作日算', detail: '周末和法定假日不算，调休上班算' },
  { value: 'hours' as const, label: '按小时算', detail: '急的事，白天黑夜都算' },
  { value: 'none' as const, label: '不经过这一级' },
]

/** How long a level has, or that it has nothing to do with it. */
function Level({ name, value, onChange }: LevelProps) {
  const kind = value === null ? 'none' : 'hours' in value ? 'hours' : 'days'
  const choose = (next: typeof kind) =>
    onChange(next === 'none' ? null : next === 'hours' ? { hours: 24 } : usual)
  return (
    <>
      <Heading label={`${name}有多长时间`} />
      <Choice label="期限怎么算" options={kinds} value={kind} onChange={choose} />
      {value !== null &&
        ('hours' in value ? (
          <Stepper
            label="几个小时"
            unit="小时"
            least={1}
            most={240}
            value={value.hours}
            onChange={(hours) => onChange({ hours })}
          />
        ) : (
          <Stepper
            label="几个工作日"
            unit="天"
            least={1}
            most={60}
            value={value.workingDays}
            onChange={(workingDays) => onChange({ workingDays })}
          />
        ))}
      {name !== titles.outside && <View>过了期限没办好，自动交给上一级。</View>}
    </>
  )
}
