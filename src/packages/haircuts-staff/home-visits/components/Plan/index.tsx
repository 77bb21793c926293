import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useHaircutQueue, usePlanHomeVisit } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { useHolds } from '@/src/queries/residents'
import { daySaid } from '@/src/words/time'
import type { HomeVisit } from '@/types/haircuts'

/** As many as the contract takes; two go at least. */
const most = 4

type Named = { id: string; name: string }

/** A day and the volunteers who go: the barbers of the next session stand there already, others are found by name. */
export function Plan({ visit, onClose }: { visit: HomeVisit; onClose: () => void }) {
  const plan = usePlanHomeVisit()
  const barbers = useHaircutQueue(undefined).data?.barbers ?? []
  const finds = useHolds()('communityStaff', 'centreStaff')
  const [on, setOn] = useState(visit.on ?? '')
  const [chosen, setChosen] = useState<string[]>(visit.barbers.map(({ id }) => id))
  const [found, setFound] = useState<readonly Named[]>(visit.barbers)
  const [finding, setFinding] = useState(false)
  const [tried, setTried] = useState(false)
  const known = new Map<string, string>([
    ...barbers.map(({ person, name }) => [person, name] as const),
    ...found.map(({ id, name }) => [id, name] as const),
  ])
  const pick = ({ id, name }: Named) => {
    setFound([...found.filter((one) => one.id !== id), { id, name }])
    setChosen([...new Set([...chosen, id])].slice(-most))
    setFinding(false)
  }
  const send = () => {
    const complete = on >= today() && chosen.length >= 2
    setTried(!complete)
    if (!complete) return
    plan.submit(
      { visit: visit.id, on, barbers: chosen },
      {
        done: () => {
          showToast(`定好了，${daySaid(on, today())} 去，大家都会收到通知`)
          onClose()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={`去${visit.person.name}家`}
      subtitle={visit.homeName ?? '住址没有登记，先问一下'}
      action={
        <>
          <Submitted of={plan} />
          <Button label="定下来" busy={plan.busy || plan.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Notice label={visit.note} />
      <Field
        label="哪一天去"
        kind="date"
        value={on}
        onChange={setOn}
        {...(tried && on < today() && { error: '请选今天或以后的日子' })}
      />
      {known.size > 0 && (
        <Choice
          many
          label="谁去"
          hint={tried && chosen.length < 2 ? '要两位一起去，请再选一位' : '两位一起去，带着证件'}
          options={[...known].map(([value, label]) => ({
            value,
            label,
            off: chosen.length >= most && !chosen.includes(value),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {known.size === 0 && tried && <Notice kind="error" label="要两位一起去，请找两位志愿者" />}
      {finds &&
        (finding ? (
          <View>
            <Heading label="找志愿者" />
            <FindPerson label="谁去" onPick={pick} />
          </View>
        ) : (
          <Button label="找别的志愿者" look="quiet" drawing="plus" onTap={() => setFinding(true)} />
        ))}
    </Page>
  )
}
