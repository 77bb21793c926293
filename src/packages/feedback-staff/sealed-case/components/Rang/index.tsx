import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Page } from '@/src/design/Page'
import { useRangSealed } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import type { SealedContentShown } from '@/types/shared/sealedCases'
import { SaidOnPhone, useSaidOnPhone } from '../../../components/SaidOnPhone'

type RangProps = {
  one: SealedContentShown
  onDone: (next: SealedContentShown) => void
  onBack: () => void
}

const answers = [
  { value: 'solved', label: '办好了' },
  { value: 'notSolved', label: '没有办好', detail: '再回到您这里办，也会告诉上一级' },
  { value: 'notReached', label: '没有打通', detail: '过一会儿再打' },
] as const

/** The mediator calls who telephoned and has no record, and puts down what they say of it. */
export function Rang({ one, onDone, onBack }: RangProps) {
  const rang = useRangSealed()
  const call = useSaidOnPhone<(typeof answers)[number]['value']>()
  const { reporter } = one
  const send = () => {
    const said = call.said()
    if (said) rang.submit({ case: one.id, rev: one.rev, ...said }, { done: onDone })
  }
  return (
    <Page
      title="打电话告诉来电的人"
      subtitle="记下的话只有调解员看得到"
      action={
        <>
          <Submitted of={rang} />
          <Button label="记下他怎么说" busy={rang.busy || rang.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      {reporter?.phone && <CallButton label={`打给${reporter.name}`} phone={reporter.phone} />}
      <SaidOnPhone of={call} label="他怎么说" options={answers} missing="请选他怎么说" />
    </Page>
  )
}
