import { View } from '@tarojs/components'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useConfirmAsLeader } from '@/src/queries/attendance'
import { scan, useScan } from '@/src/queries/scans'
import { Submitted } from '@/src/queries/Submitted'
import { attendanceSaid, flags, timesSaid } from '@/src/words/attendance'
import { whenSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import './index.scss'

type Led = OutputOf<'volunteers', 'leadShift'>

/** People come from an hour before a shift, and go until an hour after it. */
const hour = 3_600_000

type PersonCardProps = {
  shift: Led['shift']
  one: Led['people'][number]
  /** The last tap of this page about them. */
  nonce: string | undefined
  onSent: (nonce: string) => void
}

/** One of those on a shift: whether they are here, and their hours as soon as they wait for a second person. */
export function PersonCard({ shift, one, nonce, onSent }: PersonCardProps) {
  const state = useScan('shiftTick', nonce)
  const { person, name, me, attendance, toConfirm, confirmed } = one
  const at = now()
  const open = shift.state === 'open' && at >= shift.startsAt - hour && !confirmed && !toConfirm
  const sending = state?.at === 'sending'
  const tick = (leaving: boolean) => onSent(scan('shiftTick', { shift: shift.id, person, leaving }))
  return (
    <Card label={name}>
      <Heading label={me ? `${name}（您自己）` : name} level={3} />
      <View>
        <Tag {...attendanceSaid(attendance, shift.endsAt)} />
        {confirmed && <Tag label="时长确认好了" tone="pine" drawing="check" />}
      </View>
      {attendance && <View>{timesSaid(attendance)}</View>}
      {attendance?.flags.map((flag) => (
        <View key={flag}>
          <Tag label={flags[flag]} tone="gold" drawing="warn" />
        </View>
      ))}
      {state?.at === 'kept' && (
        <Notice kind="warn" label="没有网络，已经记下">
          {whenSaid(state.scannedAt, at)} 点的，连上网会自动送出。
        </Notice>
      )}
      {state?.at === 'refused' && <Notice kind="error" label={wordsFor(state.error)} />}
      {me && open && <View>您自己的，请扫码，或者请工作人员点。</View>}
      {!me && open && (
        <View className="led-person__acts">
          {at < shift.endsAt && attendance?.out !== null && (
            <Button
              label="到了"
              fuller={`${name}到了`}
              look="secondary"
              drawing="check"
              busy={sending}
              onTap={() => tick(false)}
            />
          )}
          {attendance?.out === null && at < shift.endsAt + hour && (
            <Button
              label="走了"
              fuller={`${name}走了`}
              look="secondary"
              busy={sending}
              onTap={() => tick(true)}
            />
          )}
        </View>
      )}
      {toConfirm && <Confirm shift={shift.id} name={name} {...toConfirm} />}
    </Card>
  )
}

type ConfirmProps = { shift: string; name: string; entry: string; minutes: number }

function Confirm({ shift, name, entry, minutes }: ConfirmProps) {
  const confirm = useConfirmAsLeader()
  return (
    <>
      <Submitted of={confirm} />
      <Button
        label={`确认 ${minutesSaid(minutes)}`}
        fuller={`确认 ${minutesSaid(minutes)}，${name}`}
        look="secondary"
        drawing="check"
        busy={confirm.busy || confirm.waiting}
        onTap={() =>
          confirm.submit(
            { shift, entry, minutes },
            { done: () => showToast(`${name}的 ${minutesSaid(minutes)} 确认好了`) },
          )
        }
      />
    </>
  )
}
