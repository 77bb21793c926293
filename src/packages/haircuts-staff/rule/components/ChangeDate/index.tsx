import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Exception } from '@/domain/haircuts/dates'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useSaveHaircutRule } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { warningsSaid } from '@/src/words/haircuts'
import { daySaid } from '@/src/words/time'
import type { HaircutRule, Upcoming } from '@/types/haircuts'
import { decided, exceptionOf } from '../../exceptions'

type ChangeDateProps = {
  rule: HaircutRule
  rev: number
  /** The date to decide about. */
  date: Upcoming
  onClose: () => void
}

type Decision = 'moved' | 'calledOff' | 'asUsual'

/** One date moved to another day, called off, or back to what the rule says. */
export function ChangeDate({ rule, rev, date, onClose }: ChangeDateProps) {
  const save = useSaveHaircutRule()
  const standing = exceptionOf(rule, date)
  const extra = standing?.kind === 'extra'
  const [decision, setDecision] = useState<Decision>()
  const [to, setTo] = useState('')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const said = daySaid(date.day, today())
  const explains = decision === 'moved' || decision === 'calledOff'
  const complete =
    decision !== undefined &&
    (decision !== 'moved' || to > today()) &&
    (!explains || because.trim() !== '')
  const exception = (): Exception | null => {
    const { usual: day } = date
    if (decision === 'moved') return { kind: 'moved', day, to, because: because.trim() }
    return decision === 'calledOff' ? { kind: 'calledOff', day, because: because.trim() } : null
  }
  const send = () =>
    save.submit(
      { rev, rule: decided(rule, date.usual, exception()) },
      {
        done: ({ told }) => {
          showToast(told > 0 ? `改好了，会告诉 ${told} 个人` : '改好了')
          onClose()
        },
        failed: () => setAsking(false),
      },
    )
  const ask = () => {
    setTried(!complete)
    if (complete) setAsking(true)
  }
  return (
    <Page
      wide
      title={said}
      subtitle={`农历${date.lunar}`}
      action={
        <>
          <Submitted of={save} />
          <Button label="改这一次" busy={save.busy || save.waiting} onTap={ask} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      {warningsSaid(date) !== '' && (
        <Notice kind="warn" label={`这一天${warningsSaid(date)}`}>
          要不要换一天，请先想一想。
        </Notice>
      )}
      {date.because !== null && <Notice label={date.because} />}
      {date.session !== null && (
        <Button
          label="看这一次的名单"
          look="secondary"
          onTap={() => goTo('haircutQueue', { session: date.session ?? '' })}
        />
      )}
      <Choice<Decision>
        label="这一次怎么办"
        {...(tried && decision === undefined && { hint: '请选一个' })}
        options={[
          ...(extra ? [] : [{ value: 'moved' as const, label: '挪到别的日子' }]),
          ...(extra ? [] : [{ value: 'calledOff' as const, label: '这次不办了' }]),
          ...(standing
            ? [
                {
                  value: 'asUsual' as const,
                  label: extra ? '加的这一次不办了' : `还按原来的 ${daySaid(date.usual, today())}`,
                },
              ]
            : []),
        ]}
        value={decision}
        onChange={setDecision}
      />
      {decision === 'moved' && (
        <Field
          label="挪到哪一天"
          kind="date"
          value={to}
          onChange={setTo}
          {...(tried && to <= today() && { error: '请选今天以后的日子' })}
        />
      )}
      {explains && (
        <Field
          label="为什么"
          hint="居民会看到，比如：下雨"
          value={because}
          onChange={setBecause}
          most={60}
          {...(tried && because.trim() === '' && { error: '请写一句原因，居民会看到' })}
        />
      )}
      {asking && (
        <Sheet
          label={
            decision === 'moved'
              ? `把 ${said} 挪到 ${daySaid(to, today())} 吗？`
              : decision === 'calledOff' || extra
                ? `${said} 不办了吗？`
                : `改回 ${daySaid(date.usual, today())} 吗？`
          }
          yes={{
            label: '是的，就这样改',
            danger: decision === 'calledOff' || extra,
            busy: save.busy,
            onTap: send,
          }}
          onBack={() => setAsking(false)}
        >
          <View>取了号的人马上会收到通知，没用微信的会出现在打电话名单里。</View>
        </Sheet>
      )}
    </Page>
  )
}
