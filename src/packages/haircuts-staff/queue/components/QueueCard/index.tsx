import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import {
  useArrive,
  useBackInLine,
  useCancelHaircut,
  useChooseHaircut,
} from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { ticketSaid } from '@/src/words/haircuts'
import { clockSaid } from '@/src/words/time'
import type { QueueLine } from '@/types/haircuts'
import { factsOf, type Part } from '../../parts'
import './index.scss'

type QueueCardProps = {
  session: string
  part: Part
  line: QueueLine
  /** Where it stands in its part, 1 = first. */
  place: number
  /** The session is on: people arrive and may go back in line. */
  today: boolean
}

/** One person of the session: a card on a phone, a line of a table on a desk, with what can be done for them now. */
export function QueueCard({ session, part, line, place, today }: QueueCardProps) {
  const { name, number, priority, state, startsAt, person } = line
  const facts = [part === 'waitlist' ? '' : clockSaid(startsAt), ...factsOf(line)].filter(Boolean)
  return (
    <View className="queue-card">
      <View className="queue-card__number">
        {part === 'waitlist' ? `第 ${place} 位` : `${number} 号`}
      </View>
      <View className="queue-card__who">
        <View className="queue-card__name">{name}</View>
        <View>
          {state !== 'booked' && state !== 'waiting' && <Tag {...ticketSaid({ state })} />}
          {priority && <Tag label="高龄优先" tone="blue" drawing="heart" />}
        </View>
        <View className="queue-card__facts">{facts.join(' · ')}</View>
      </View>
      <View className="queue-card__acts">
        {today && state === 'booked' && <Arrive session={session} line={line} />}
        {today && state === 'noShow' && <BackInLine session={session} line={line} />}
        {state === 'asked' && person !== null && <Choose session={session} line={line} />}
        {person !== null && (part === 'line' || part === 'waitlist') && (
          <GiveBack session={session} line={line} />
        )}
      </View>
    </View>
  )
}

type ActProps = { session: string; line: QueueLine }

/** Who waits may have no number yet. */
const named = ({ number, name }: QueueLine): string => (number > 0 ? `${number} 号 ${name}` : name)

function Arrive({ session, line }: ActProps) {
  const arrive = useArrive()
  return (
    <>
      <Submitted of={arrive} />
      <Button
        label="到了"
        fuller={`到了，${named(line)}`}
        look="secondary"
        busy={arrive.busy || arrive.waiting}
        onTap={() => arrive.submit({ session, ticket: line.ticket })}
      />
    </>
  )
}

function BackInLine({ session, line }: ActProps) {
  const back = useBackInLine()
  return (
    <>
      <Submitted of={back} />
      <Button
        label="来了，排回去"
        fuller={`来了，排回去，${named(line)}`}
        look="secondary"
        busy={back.busy || back.waiting}
        onTap={() =>
          back.submit(
            { session, ticket: line.ticket },
            { done: () => showToast(`${line.name}排回去了，只能这一次`) },
          )
        }
      />
    </>
  )
}

/** Somebody answered by phone or on the square; both names stay on record. */
function Choose({ session, line }: ActProps) {
  const choose = useChooseHaircut()
  const busy = choose.busy || choose.waiting
  if (line.person === null) return null
  const answer = { session, forResident: line.person }
  return (
    <>
      <Submitted of={choose} />
      <Button
        label="排当天的候补"
        fuller={`排当天的候补，${named(line)}`}
        look="secondary"
        busy={busy}
        onTap={() => choose.submit({ ...answer, choice: 'waitToday' })}
      />
      <Button
        label="下次留号"
        fuller={`下次留号，${named(line)}`}
        look="quiet"
        busy={busy}
        onTap={() => choose.submit({ ...answer, choice: 'keepForNext' })}
      />
    </>
  )
}

function GiveBack({ session, line }: ActProps) {
  const cancel = useCancelHaircut()
  const [asking, setAsking] = useState(false)
  if (line.person === null) return null
  const { person } = line
  return (
    <>
      <Button
        label="他不来了"
        fuller={`他不来了，${named(line)}`}
        look="quiet"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`取消${named(line)}吗？`}
          yes={{
            label: '是的，取消',
            danger: true,
            busy: cancel.busy,
            onTap: () =>
              cancel.submit({ session, forResident: person }, { done: () => setAsking(false) }),
          }}
          back={cancel.waiting ? '知道了' : '留着'}
          onBack={() => setAsking(false)}
        >
          <View>号马上让给候补的人，他再来要重新取号。</View>
          <Submitted of={cancel} />
        </Sheet>
      )}
    </>
  )
}
