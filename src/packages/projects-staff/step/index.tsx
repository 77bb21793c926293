import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import {
  useRemoveMilestone,
  useReportMilestone,
  useSaveMilestone,
  useStaffProject,
} from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { MilestoneForStaff } from '@/types/projects'
import { Pictures, type Shown } from './components/Pictures'

/** A step of a project: a new one, or what became of one (`step`). */
export default function ProjectStep() {
  const { id = '', step } = useRouter().params
  const reading = useStaffProject(id)
  const keeps = useHolds()('communityStaff', 'centreStaff')
  if (step === undefined) return <Plan project={id} />
  return (
    <Reading of={reading} failed="这个项目没有打开">
      {({ milestones }) => {
        const known = milestones.find((one) => one.id === step)
        return known ? (
          <Report project={id} step={known} keeps={keeps} />
        ) : (
          <Page title="项目的一步" action={<Button label="返回" look="quiet" onTap={goBack} />}>
            <Empty label="这一步没有了" detail="请返回，重新选一步。" drawing="calendar" />
          </Page>
        )
      }}
    </Reading>
  )
}

type PlanProps = { project: string; step?: MilestoneForStaff; onDone?: () => void }

/** What is to be done, and by which day. */
function Plan({ project, step, onDone = goBack }: PlanProps) {
  const save = useSaveMilestone()
  const [name, setName] = useState(step?.name ?? '')
  const [due, setDue] = useState(step?.due ?? '')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (name.trim() === '' || due === '') return
    save.submit(
      { project, name: name.trim(), due, ...(step && { milestone: step.id }) },
      {
        done: () => {
          showToast(step ? '改好了' : '加好了')
          onDone()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={step ? '改这一步' : '加一步'}
      action={
        <>
          <Submitted of={save} />
          <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
          {step && <Button label="不改了" look="quiet" onTap={onDone} />}
        </>
      }
    >
      <Field
        label="做什么"
        hint="比如：量尺寸、装灯、验收"
        most={40}
        value={name}
        onChange={setName}
        {...(tried && name.trim() === '' && { error: '请写上做什么' })}
      />
      <Field
        label="哪一天做完"
        kind="date"
        value={due}
        onChange={setDue}
        {...(tried && due === '' && { error: '请填一个日子' })}
      />
    </Page>
  )
}

type ReportProps = { project: string; step: MilestoneForStaff; keeps: boolean }

/** Done or not, a sentence, and pictures of before and after. */
function Report({ project, step, keeps }: ReportProps) {
  const report = useReportMilestone()
  const remove = useRemoveMilestone()
  const [seen] = useState(() => ({
    done: step.done !== null,
    note: step.done?.note ?? '',
    before: step.before.map(({ id }) => id),
    after: step.after.map(({ id }) => id),
  }))
  const [done, setDone] = useState(step.done !== null)
  const [note, setNote] = useState(step.done?.note ?? '')
  const [before, setBefore] = useState<Shown[]>(step.before.map(({ id, url }) => ({ id, url })))
  const [after, setAfter] = useState<Shown[]>(step.after.map(({ id, url }) => ({ id, url })))
  const [planning, setPlanning] = useState(false)
  const [asking, setAsking] = useState(false)
  if (planning) return <Plan project={project} step={step} onDone={() => setPlanning(false)} />
  const send = () =>
    report.submit(
      {
        ...{ project, milestone: step.id, done },
        note: note.trim(),
        before: before.map(({ id }) => id),
        after: after.map(({ id }) => id),
        seen,
      },
      {
        done: () => {
          showToast('记下了，照片检查过居民就能看到')
          goBack()
        },
      },
    )
  return (
    <Page
      wide
      title={step.name}
      subtitle="做到哪里了"
      action={
        <>
          <Submitted of={report} />
          <Button label="存好" busy={report.busy || report.waiting} onTap={send} />
        </>
      }
    >
      <Switch label="做完了" on={done} onChange={setDone} />
      {done && (
        <Field
          label="写一句"
          hint="比如：三栋楼都装好了"
          optional
          most={300}
          value={note}
          onChange={setNote}
        />
      )}
      <Pictures label="以前的照片" pictures={before} onChange={setBefore} />
      <Pictures label="现在的照片" pictures={after} onChange={setAfter} />
      {keeps && step.done === null && (
        <>
          <Button label="改名字或者日子" look="secondary" onTap={() => setPlanning(true)} />
          <Button label="去掉这一步" look="danger" onTap={() => setAsking(true)} />
        </>
      )}
      {asking && (
        <Sheet
          label={`去掉“${step.name}”吗？`}
          yes={{
            label: '去掉',
            danger: true,
            busy: remove.busy || remove.waiting,
            onTap: () =>
              remove.submit(
                { project, milestone: step.id },
                {
                  done: () => {
                    showToast('去掉了')
                    goBack()
                  },
                },
              ),
          }}
          onBack={() => setAsking(false)}
        >
          <View>居民就看不到这一步了，要的话再加一次。</View>
          <Submitted of={remove} />
        </Sheet>
      )}
    </Page>
  )
}
