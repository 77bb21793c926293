import { View } from '@tarojs/components'
import { useState } from 'react'
import { pointsFor } from '@/domain/volunteers/points'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useSavePointRule } from '@/src/queries/points'
import { Submitted } from '@/src/queries/Submitted'
import { fullDay } from '@/src/words/residents'
import { shiftKinds as said } from '@/src/words/volunteers'
import { shiftKinds, type PointRuleDraft, type ShiftKind } from '@/types/volunteers'

type RuleFormProps = {
  /** The rule in force: the new one begins as it. */
  like: PointRuleDraft
  onDone: () => void
}

/** Typed so far: a kind that is left empty gives what every other hour gives. */
interface Form {
  from: string
  perHour: string
  kinds: Readonly<Partial<Record<ShiftKind, string>>>
}

const most = 1000

const formLike = ({ perHour, kinds }: PointRuleDraft): Form => ({
  from: '',
  perHour: String(perHour),
  kinds: Object.fromEntries(kinds.map((one) => [one.kind, String(one.perHour)])),
})

const draftOf = ({ from, perHour, kinds }: Form): PointRuleDraft => ({
  from,
  perHour: Number(perHour),
  kinds: shiftKinds.flatMap((kind) =>
    kinds[kind] ? [{ kind, perHour: Number(kinds[kind]) }] : [],
  ),
})

const tooMuch = `一小时最多 ${most} 分`

/** What is missing or cannot be, by field. */
const wrongIn = ({
  from,
  perHour,
  kinds,
}: Form): { from?: string; perHour?: string; kinds?: string } => ({
  ...(from <= today() && { from: '请选明天或以后的日子，已经做过的不变' }),
  ...(perHour === '' && { perHour: '请填一小时几分，不给积分就填 0' }),
  ...(Number(perHour) > most && { perHour: tooMuch }),
  ...(Object.values(kinds).some((one) => Number(one) > most) && { kinds: tooMuch }),
})

/** A new rule: typed, then looked at as what people will get, then entered. */
export function RuleForm({ like, onDone }: RuleFormProps) {
  const [form, setForm] = useState<Form>(() => formLike(like))
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const save = useSavePointRule()
  const wrong = tried ? wrongIn(form) : {}
  const draft = draftOf(form)
  const look = () => {
    setTried(true)
    if (Object.keys(wrongIn(form)).length > 0) return
    setLooking(true)
    toTop()
  }
  const send = () =>
    save.submit(
      { rule: draft },
      {
        done: () => {
          showToast('存好了，到那天自动换')
          onDone()
        },
      },
    )
  if (looking)
    return (
      <Page
        title="这样对吗"
        subtitle={`从 ${fullDay(draft.from)} 起`}
        action={
          <>
            <Submitted of={save} />
            <Button label="对，存好" busy={save.busy || save.waiting} onTap={send} />
            <Button
              label="不对，回去改"
              look="quiet"
              onTap={() => {
                setLooking(false)
                save.reset()
                toTop()
              }}
            />
          </>
        }
      >
        <Card label="做一个半小时能得多少">
          <Heading label="做一个半小时能得多少" />
          {draft.kinds.map(({ kind, perHour }) => (
            <View key={kind}>
              {said[kind].label}：{pointsFor(90, perHour)} 分
            </View>
          ))}
          <View>
            {draft.kinds.length > 0 ? '别的' : '都是'}：{pointsFor(90, draft.perHour)} 分
          </View>
        </Card>
        <Notice label="这一天以前做的，还按以前的规则算。" />
      </Page>
    )
  return (
    <Page
      title="定新的规则"
      action={
        <>
          <Button label="看看能得多少" onTap={look} />
          <Button label="不定了" look="quiet" onTap={onDone} />
        </>
      }
    >
      <Field
        label="从哪天起"
        hint="最早明天"
        kind="date"
        value={form.from}
        onChange={(from) => setForm({ ...form, from })}
        {...(wrong.from && { error: wrong.from })}
      />
      <Field
        label="一小时几分"
        kind="number"
        most={4}
        value={form.perHour}
        onChange={(perHour) => setForm({ ...form, perHour })}
        {...(wrong.perHour && { error: wrong.perHour })}
      />
      <Heading label="不一样的填，一样的空着" />
      {wrong.kinds && <Notice kind="error" label={wrong.kinds} />}
      {shiftKinds.map((kind) => (
        <Field
          key={kind}
          label={`${said[kind].label}，一小时几分`}
          kind="number"
          most={4}
          optional
          value={form.kinds[kind] ?? ''}
          onChange={(perHour) => setForm({ ...form, kinds: { ...form.kinds, [kind]: perHour } })}
        />
      ))}
    </Page>
  )
}
