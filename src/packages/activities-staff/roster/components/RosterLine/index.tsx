import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Drawing } from '@/src/design/Drawing'
import { Tag } from '@/src/design/Tag'
import { Tap } from '@/src/design/Tap'
import { useConfirmCheckIn, usePromote, useTick } from '@/src/queries/activitiesStaff'
import { Submitted } from '@/src/queries/Submitted'
import { registrationSaid } from '@/src/words/activities'
import type { RosterLine as Line } from '@/types/activities'
import type { Roster } from '../../filters'
import './index.scss'

type RosterLineProps = {
  activity: string
  session: number
  line: Line
  questions: Roster['questions']
  /** How many sessions there are. */
  sessions: number
  /** Names can be ticked now. */
  ticks: boolean
  /** A tick of this person that is on its way or waits for the network. */
  pending: boolean | undefined
  /** Ticked with all others since this list was read. */
  tickedWithAll: boolean
  /** Somebody in line who may be given a seat after a call. */
  promotes: boolean
  /** When this list was read: what was ticked since then is not in it yet. */
  readAt: number
}

/** One person of the list: a card on a phone, a line of a table on a desk. */
export function RosterLine(props: RosterLineProps) {
  const { activity, session, line, questions, sessions, ticks, pending, promotes, readAt } = props
  const { person, name, phone, age, by, state, guardian, attended } = line
  const tick = useTick()
  const confirm = useConfirmCheckIn()
  const promote = usePromote()
  const seen = line.attendance[session] ?? null
  const [ticked, setTicked] = useState<{ present: boolean; readAt: number }>()
  const newer = ticked?.readAt === readAt ? ticked.present : props.tickedWithAll || undefined
  const here = pending ?? newer ?? seen === 'present'
  const tickSaid = pending !== undefined ? '记下了' : here ? '到了' : '点这里签到'
  const doubted = pending === undefined && (seen === 'toConfirm' || seen === 'flagged')
  const answers = line.answers
    .map((answer, i) => (answer ? `${questions[i]?.label ?? ''}：${answer}` : ''))
    .filter(Boolean)
  const facts = [
    age === null ? '' : `${age} 岁`,
    by ? `${by}替他报的` : '',
    sessions > 1 && state === 'in' ? `来过 ${attended} 次` : '',
    ...answers,
    guardian
      ? `紧急联系人 ${guardian.emergencyName} ${guardian.emergencyPhone}，${guardian.mayCollect}可以接`
      : '',
  ].filter(Boolean)
  return (
    <View className="roster-line">
      <View className="roster-line__who">
        <View className="roster-line__name">{name}</View>
        {state !== 'in' && <Tag {...registrationSaid(line)} />}
        {facts.length > 0 && <View className="roster-line__facts">{facts.join(' · ')}</View>}
      </View>
      <View className={`roster-line__act ${doubted ? 'roster-line__act--doubted' : ''}`}>
        {doubted && (
          <>
            <View>
              {seen === 'toConfirm' ? '断网时扫的，他在吗？' : '扫的时间对不上，他在吗？'}
            </View>
            <View className="roster-line__pair">
              <Button
                label="在"
                fuller={`在，${name}`}
                look="secondary"
                busy={confirm.busy || confirm.waiting}
                onTap={() => confirm.submit({ activity, session, person, accept: true })}
              />
              <Button
                label="不在"
                fuller={`不在，${name}`}
                look="quiet"
                busy={confirm.busy || confirm.waiting}
                onTap={() => confirm.submit({ activity, session, person, accept: false })}
              />
            </View>
          </>
        )}
        {state === 'in' && !doubted && ticks && (
          <Tap
            className={`roster-line__tick ${here ? 'roster-line__tick--here' : ''}`}
            role="checkbox"
            label={`${tickSaid}，${name}`}
            state={{ checked: here }}
            off={tick.busy || pending !== undefined}
            onTap={() =>
              tick.submit(
                { activity, session, person, present: !here },
                { done: () => setTicked({ present: !here, readAt }) },
              )
            }
          >
            <View className="roster-line__box">
              {here && <Drawing name="check" colour="pine" size="small" />}
            </View>
            <View>{tickSaid}</View>
          </Tap>
        )}
        {promotes && (
          <Button
            label="让他补上"
            fuller={`让他补上，${name}`}
            look="secondary"
            busy={promote.busy || promote.waiting}
            onTap={() => promote.submit({ activity, person })}
          />
        )}
        {pending === undefined && <Submitted of={{ error: tick.error, waiting: false }} />}
        <Submitted of={confirm} />
        <Submitted of={promote} />
      </View>
      <View className="roster-line__call">
        {phone?.includes('*') && <View>{phone}</View>}
        {phone && !phone.includes('*') && <CallButton label="打电话" phone={phone} />}
      </View>
    </View>
  )
}
