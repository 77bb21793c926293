import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import type { ActivityDetail } from '@/types/activities'
import { candidates, verb, type Member } from '../../../signing'

type MainActionProps = {
  activity: ActivityDetail
  /** Signs this one person up at once: nothing more is to be asked. */
  onSignUp: (member: Member) => void
  /** Opens the form: somebody is to be chosen, or something is asked. */
  onForm: () => void
  busy: boolean
}

/** The one button of the page. Before the opening it says when; then it comes to life where it stands. */
export function MainAction({ activity, onSignUp, onForm, busy }: MainActionProps) {
  const { state, family, opensAt, closesAt, questions, mode, left, waiting, waitlist } = activity
  const at = now()
  const able = candidates(activity, at)
  const [first] = able
  if (state === 'withdrawn') return null
  if (at >= closesAt) return <Button label="报名已经截止" off onTap={onForm} />
  const early =
    at < opensAt &&
    (family.length === 0 ||
      family.some((member) => member.state === null && member.reason?.code === 'NotOpenYet') ||
      first !== undefined)
  if (early) return <Button label={`${whenSaid(opensAt, at)} 开始报名`} off onTap={onForm} />
  if (first) {
    const label =
      first.self || able.length > 1 ? verb(activity) : `替${first.name}${verb(activity)}`
    const direct = able.length === 1 && questions.length === 0 && !first.needsGuardian
    return <Button label={label} busy={busy} onTap={direct ? () => onSignUp(first) : onForm} />
  }
  const full = mode === 'firstCome' && (left === 0 || waiting > 0) && waiting >= waitlist
  if (family.length === 0 && !full) return <Button label={verb(activity)} onTap={onForm} />
  if (family.some((member) => member.state !== null))
    return <Button label="看我的报名" look="secondary" onTap={() => goTo('mySignUps')} />
  if (full) return <Button label="已经满了" off onTap={onForm} />
  return <Button label="看看别的活动" look="secondary" onTap={() => goTo('activities')} />
}
