import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { caseSaid } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import { SaidOnPhone, useSaidOnPhone } from '../../components/SaidOnPhone'
import { Form, type FormProps } from '../components/Form'

type Answer = 'solved' | 'notSolved' | 'notReached' | 'told'

const done: Readonly<Record<Answer, string>> = {
  solved: '记下了，这件事办完了',
  notSolved: '交给上一级重新办了',
  notReached: '记下了，还在“要打电话的”里',
  told: '记下了，他知道了',
}

const notReached = { value: 'notReached', label: '没有打通', detail: '过一会儿再打' } as const

/** What is solved they judge; of anything else they only have to hear. */
const judging = [
  { value: 'solved', label: '办好了' },
  { value: 'notSolved', label: '没有办好', detail: '交给上一级重新办' },
  notReached,
] as const
const told = { value: 'told', label: '告诉他了' } as const
const hearing = [told, notReached] as const
/** It was solved together with another one. */
const disputing = [
  told,
  { value: 'notSolved', label: '他说没有办好', detail: '一起办的那件交给上一级重新办' },
  notReached,
] as const

/** Calls who telephoned and has no record, and puts down what they say of it. */
export function Rang({ one, act }: FormProps) {
  const rang = useCaseAct('rang')
  const call = useSaidOnPhone<Answer>()
  const { reporter } = one
  const isSolved = one.state === 'solved'
  const options = one.mayDispute ? disputing : hearing
  const meet = one.state === 'invited' ? one.steps.flatMap((step) => step.meet ?? []).at(-1) : null
  const send = () => {
    const said = call.said()
    if (!said) return
    rang.submit(
      { case: one.id, rev: one.rev, ...said },
      {
        done: () => {
          showToast(done[said.answer])
          goBack()
        },
      },
    )
  }
  return (
    <Form
      one={one}
      act={act}
      of={rang}
      label={isSolved ? '记下他怎么说' : '记下这个电话'}
      onSend={send}
    >
      {reporter?.phone && <CallButton label={`打给${reporter.name}`} phone={reporter.phone} />}
      {one.toTell !== null && (
        <View>
          可以告诉他：{caseSaid(one.state).label}。{one.toTell}
        </View>
      )}
      {meet && (
        <View>
          请他 {whenSaid(meet.at, now())} 到 {meet.where}，一起看一看。
        </View>
      )}
      <SaidOnPhone
        of={call}
        label={isSolved ? '他怎么说' : '打通了吗'}
        options={isSolved ? judging : options}
        missing={isSolved ? '请选他怎么说' : '请选打通了没有'}
      />
    </Form>
  )
}
