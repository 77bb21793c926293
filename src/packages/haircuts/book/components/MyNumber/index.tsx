import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCancelHaircut, useChooseHaircut } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { aheadSaid, canCancel, numberSaid, slotSaid, ticketSaid } from '@/src/words/haircuts'
import { daySaid } from '@/src/words/time'
import type { Ticket } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'

type MyNumberProps = {
  ticket: Ticket
  /** Whether it is of the person who holds the phone. */
  self: boolean
}

/** A number of my family: how far the line is, the way out, and what to choose when a barber fell ill. */
export function MyNumber({ ticket, self }: MyNumberProps) {
  const [asking, setAsking] = useState(false)
  const { person, by, state, number, placeName, ahead } = ticket
  const whose = self ? '我' : person.name
  const reason = aheadSaid(ahead) ?? slotSaid(ticket, now())
  return (
    <Card label={`${whose}的号，${numberSaid(ticket)}，${ticketSaid(ticket).label}`}>
      <Figure
        label={number === null ? `${whose}在候补` : `${whose}的号`}
        value={numberSaid(ticket)}
        {...(state !== 'done' && { reason })}
      />
      <View>
        <Tag {...ticketSaid(ticket)} />
        {ticket.priority && <Tag label="高龄优先" tone="blue" drawing="heart" />}
        {by !== null && <Tag label={`${by}替${self ? '您' : '他'}取的`} tone="blue" />}
      </View>
      {ahead !== null && state !== 'done' && (
        <View>
          {slotSaid(ticket, now())}，{placeName}
        </View>
      )}
      {state === 'asked' && <Choosing ticket={ticket} self={self} />}
      {canCancel(ticket) && (
        <Button
          label={state === 'waiting' ? '不排了' : '来不了，取消'}
          fuller={`${state === 'waiting' ? '不排了' : '来不了，取消'}，${person.name}`}
          look={state === 'asked' ? 'quiet' : 'secondary'}
          onTap={() => setAsking(true)}
        />
      )}
      {asking && <Leave ticket={ticket} self={self} onBack={() => setAsking(false)} />}
    </Card>
  )
}

const forWhom = ({ person }: Ticket, self: boolean) => (self ? {} : { forResident: person.id })

/** A barber cannot come: the two ways to still get a haircut, each one tap. */
function Choosing({ ticket, self }: MyNumberProps) {
  const choose = useChooseHaircut()
  const send = (choice: 'waitToday' | 'keepForNext', said: string) => () =>
    choose.submit(
      { session: ticket.session, choice, ...forWhom(ticket, self) },
      { done: () => showToast(said) },
    )
  const busy = choose.busy || choose.waiting
  // Whoever is asked days ahead, or on the eve, is not to come on the wrong day.
  const day = daySaid(dayOf(ticket.startsAt), today())
  return (
    <>
      <View>有位理发师{day}来不了，后面几个号排不下了。请您选一个：</View>
      <Submitted of={choose} />
      <View>排{day}的候补：排在最前面，有人不来就轮到您。</View>
      <Button
        label={`排${day}的候补`}
        busy={busy}
        onTap={send('waitToday', `排上${day}的候补了，轮到会告诉您`)}
      />
      <View>下次留号：{day}不用来，下一次给您留好一个号。</View>
      <Button
        label="下次留号"
        look="secondary"
        busy={busy}
        onTap={send('keepForNext', '下一次的号给您留好了')}
      />
    </>
  )
}

/** Asks before a number is given back. */
function Leave({ ticket, self, onBack }: MyNumberProps & { onBack: () => void }) {
  const cancel = useCancelHaircut()
  const waits = ticket.state === 'waiting'
  const whose = self ? '' : `${ticket.person.name}的`
  const leave = () =>
    cancel.submit(
      { session: ticket.session, ...forWhom(ticket, self) },
      {
        done: () => {
          showToast('已经取消了')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={waits ? '不排候补了吗？' : `取消${whose} ${numberSaid(ticket)}吗？`}
      yes={{
        label: waits ? '是的，不排了' : '是的，取消',
        danger: true,
        busy: cancel.busy,
        onTap: leave,
      }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>
        {self ? '' : `${ticket.person.name}，`}
        {slotSaid(ticket, now())}，{ticket.placeName}。
      </View>
      <View>号马上让给候补的人。想再来，要重新取号。</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
