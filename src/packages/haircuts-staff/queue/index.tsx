import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCallNext, useHaircutQueue } from '@/src/queries/haircuts'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { daySaid, spanSaid } from '@/src/words/time'
import type { HaircutSession, QueueLine } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { Barbers } from './components/Barbers'
import { InChair } from './components/InChair'
import { queueSheet } from './queueSheet'
import { QueueCard } from './components/QueueCard'
import { partsOf, type Part, type Queue } from './parts'
import './index.scss'

/** Whether people are called at this session now. */
const isToday = ({ day, state }: HaircutSession): boolean =>
  state === 'open' && day === dayOf(now())

/** The working screen of the square: who is in a chair, who is next, and one button that calls them. */
export default function QueuePage() {
  const { session: chosen } = useRouter().params
  const reading = useHaircutQueue(chosen)
  const call = useCallNext()
  const cached = cachedAt(reading)
  const session = reading.data?.session ?? null
  const callNext = (open: HaircutSession) =>
    call.submit(
      { session: open.id },
      {
        done: ({ called }) =>
          called
            ? showToast(`请 ${called.number} 号 ${called.name}`)
            : showToast('没有人在等了', 'info'),
      },
    )
  return (
    <Page
      wide
      title="义剪叫号"
      {...(session && {
        subtitle: `${daySaid(session.day, dayOf(now()))} ${spanSaid(session.startsAt, session.endsAt)}，${session.placeName}`,
      })}
      {...(cached && { cachedAt: cached })}
      {...(session &&
        isToday(session) && {
          action: (
            <>
              <Submitted of={call} />
              <Button
                label="叫下一位"
                drawing="bell"
                busy={call.busy || call.waiting}
                onTap={() => callNext(session)}
              />
            </>
          ),
        })}
    >
      <Reading of={reading} failed="叫号没有打开">
        {(queue) =>
          queue.session ? (
            <Working queue={queue} session={queue.session} />
          ) : (
            <Empty
              label="现在没有开放取号的义剪"
              detail="到了取号的日子会自动开放。改日子、加一次，都在“义剪安排”里。"
              drawing="scissors"
            >
              <Button label="看义剪安排" look="secondary" onTap={() => goTo('haircutRule')} />
            </Empty>
          )
        }
      </Reading>
    </Page>
  )
}

type WorkingProps = { queue: Queue; session: HaircutSession }

function Working({ queue, session }: WorkingProps) {
  const today = isToday(session)
  return (
    <>
      {session.state === 'calledOff' && (
        <Notice kind="warn" label="这次义剪取消了">
          {session.because}
        </Notice>
      )}
      {session.state === 'open' && !today && (
        <Notice label="还没到日子，当天这里会有“叫下一位”">
          现在可以替人取号、看名单、安排理发师。
        </Notice>
      )}
      {queue.now.length > 0 && (
        <>
          <Heading label="叫到的" />
          <View className="queue__chairs">
            {queue.now.map((line) => (
              <InChair key={line.ticket} session={session.id} line={line} />
            ))}
          </View>
        </>
      )}
      <Links queue={queue} session={session} today={today} />
      <Parts queue={queue} session={session} today={today} />
    </>
  )
}

function Links({ queue, session, today }: WorkingProps & { today: boolean }) {
  const books = useHolds()('communityStaff', 'centreStaff')
  const open = session.state === 'open'
  return (
    <>
      <View>
        <Tag label={`一共 ${session.capacity} 个号，还能约 ${session.left} 个`} />
        <Tag label={`现场还有 ${queue.walkInsLeft} 个号`} tone="blue" />
      </View>
      <View className="queue__links">
        {open && today && (
          <Button
            label="现场取号"
            look="secondary"
            drawing="plus"
            onTap={() => goTo('haircutWalkIn', { session: session.id })}
          />
        )}
        {open && books && (
          <Button label="替人取号" look="quiet" drawing="person" onTap={() => goTo('haircutFor')} />
        )}
        <Button label="大屏幕" look="quiet" drawing="speaker" onTap={() => goTo('haircutBoard')} />
        <Printing label="打印名单" sheet={queueSheet(queue, session)} />
      </View>
    </>
  )
}

/** Everybody of the session in parts, the line first. */
function Parts({ queue, session, today }: WorkingProps & { today: boolean }) {
  const [wanted, setWanted] = useState<Part>('line')
  const parts = partsOf(queue)
  const part = parts.some(({ value }) => value === wanted) ? wanted : 'line'
  return (
    <>
      <Tabs label="看哪些人" tabs={parts} value={part} onChange={setWanted} />
      {part === 'barbers' ? (
        <Barbers queue={queue} />
      ) : (
        <Lines key={part} part={part} lines={queue[part]} session={session} today={today} />
      )}
    </>
  )
}

/** A mini-program page holds less than 1000 elements. */
const pageSize = 20

type LinesProps = {
  part: Exclude<Part, 'barbers'>
  lines: readonly QueueLine[]
  session: HaircutSession
  today: boolean
}

function Lines({ part, lines, session, today }: LinesProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(pageSize)
  const text = typed.trim()
  const found = lines.filter(({ name, number }) => name.includes(text) || String(number) === text)
  return (
    <>
      {lines.length > pageSize && (
        <Field label="找人" hint="名字，或者几号" value={typed} onChange={setTyped} most={20} />
      )}
      {found.length === 0 ? (
        <Empty
          label={text ? '没有找到' : '现在没有人在排队'}
          detail={text ? '换个写法，或者看看别的分类。' : '有人取号，马上出现在这里。'}
          drawing="scissors"
        />
      ) : (
        <View className="queue">
          {found.slice(0, shown).map((line) => (
            <QueueCard
              key={line.ticket}
              session={session.id}
              part={part}
              line={line}
              place={lines.indexOf(line) + 1}
              today={today}
            />
          ))}
        </View>
      )}
      {found.length > shown && (
        <Button
          label={`还有 ${found.length - shown} 人，再看一些`}
          look="secondary"
          onTap={() => setShown(shown + pageSize)}
        />
      )}
    </>
  )
}
