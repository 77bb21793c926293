import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { useShareCard } from '@/src/platform/share'
import { toTop } from '@/src/platform/toTop'
import { useBookHaircut, useHaircuts } from '@/src/queries/haircuts'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { aheadSaid, numberSaid, takesPart, ticketSaid } from '@/src/words/haircuts'
import { daySaid, spanSaid, whenSaid } from '@/src/words/time'
import type { HaircutSession, Ticket } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { Booked } from './components/Booked'
import { Dates } from './components/Dates'
import { MyNumber } from './components/MyNumber'
import { Slots } from './components/Slots'

type Schedule = OutputOf<'haircuts', 'schedule'>
type Member = Schedule['family'][number]

/** Whether numbers are given out now. */
const isOpen = ({ opensAt, endsAt }: HaircutSession): boolean => now() >= opensAt && now() < endsAt

/** Whether somebody stands in a session already. */
const standsIn = ({ tickets }: Member, { id }: HaircutSession): boolean =>
  tickets.some((ticket) => ticket.session === id && takesPart(ticket))

/** Haircuts on the square: the next date, my family's numbers, and one tap to a number. */
export default function Book() {
  const { forResident } = useRouter().params
  const centre = useCentre()
  const reading = useHaircuts(forResident)
  const book = useBookHaircut()
  const [chosen, setChosen] = useState<string>()
  const [which, setWhich] = useState<string>()
  const [slot, setSlot] = useState<number>()
  const [signingIn, setSigningIn] = useState(false)
  const [done, setDone] = useState<Ticket>()
  const cached = cachedAt(reading)
  const { sessions = [], family = [] } = reading.data ?? {}
  const session = sessions.find(({ id }) => id === which) ?? sessions[0]
  const able = session ? family.filter((member) => !standsIn(member, session)) : []
  const person = able.find(({ id }) => id === chosen) ?? able[0]
  const busy = book.busy || book.waiting
  useShareCard({
    title: '每月义剪：点开取号，不用排长队',
    target: { to: 'service', centre: centre ?? '', service: 'haircuts' },
  })
  const send = (open: HaircutSession, member: Member | undefined) =>
    book.submit(
      {
        session: open.id,
        ...(slot !== undefined && { slot }),
        ...(open.left === 0 && { wait: true }),
        ...(member && !member.self && { forResident: member.id }),
      },
      {
        done: (ticket) => {
          setDone(ticket)
          setSigningIn(false)
          setSlot(undefined)
          toTop()
        },
        failed: ({ code }) => {
          if (code === 'SlotFull') setSlot(undefined)
        },
      },
    )
  if (done)
    return (
      <Booked
        ticket={done}
        self={family.find(({ id }) => id === done.person.id)?.self ?? forResident === undefined}
        staff={forResident !== undefined}
        onClose={() => setDone(undefined)}
      />
    )
  if (signingIn && session)
    return (
      <Page title="取号" subtitle={whenSaid(session.startsAt, now())}>
        <Submitted of={book} />
        <SignIn
          label="叫号要叫您的名字"
          goOn="写好了，取号"
          busy={busy}
          onDone={() => send(session, undefined)}
        />
      </Page>
    )
  const action = session && (
    <Action
      session={session}
      known={family.length > 0}
      person={person}
      busy={busy}
      onBook={() => send(session, person)}
      onSignIn={() => setSigningIn(true)}
    />
  )
  return (
    <Page
      title="每月义剪"
      subtitle={
        forResident === undefined
          ? ['志愿理发师免费给大家理发', session?.placeName].filter(Boolean).join('，在')
          : `替${person?.name ?? family[0]?.name ?? '他'}取号，两个人的名字都会记下`
      }
      {...(cached && { cachedAt: cached })}
      {...(action && {
        action: (
          <>
            <Submitted of={book} />
            {action}
          </>
        ),
      })}
    >
      <Reading of={reading} failed="义剪的日子没有打开">
        {(schedule) => (
          <Content schedule={schedule} session={session} forResident={forResident}>
            {session && sessions.length > 1 && (
              <Choice
                label="哪一次"
                options={sessions.map((one) => ({
                  value: one.id,
                  label: daySaid(one.day, dayOf(now())),
                  detail: leftSaid(one).label,
                }))}
                value={session.id}
                onChange={(id) => {
                  setWhich(id)
                  setSlot(undefined)
                }}
              />
            )}
            {session && isOpen(session) && able.length > 0 && (
              <>
                {family.length > 1 && able.length > 1 && (
                  <Choice
                    label="给谁取号"
                    options={able.map(({ id, name, self }) => ({
                      value: id,
                      label: self ? '我自己' : name,
                    }))}
                    value={person?.id}
                    onChange={setChosen}
                  />
                )}
                <Slots key={session.id} session={session} value={slot} onChange={setSlot} />
              </>
            )}
          </Content>
        )}
      </Reading>
    </Page>
  )
}

type ActionProps = {
  session: HaircutSession
  /** Whether anybody of the family is known here. */
  known: boolean
  /** Whom a tap gets a number for; nobody when all have one. */
  person: Member | undefined
  busy: boolean
  onBook: () => void
  onSignIn: () => void
}

/** The one button of the page: a number, or a place in the line, or when numbers will be given out. */
function Action({ session, known, person, busy, onBook, onSignIn }: ActionProps) {
  const { opensAt, endsAt, left } = session
  const at = now()
  if (at >= endsAt) return null
  if (at < opensAt) return <Button label={`${whenSaid(opensAt, at)} 开始取号`} off onTap={onBook} />
  const verb = left > 0 ? '取号' : '排候补'
  if (!known) return <Button label={verb} onTap={onSignIn} />
  if (!person) return null
  return (
    <Button label={person.self ? verb : `替${person.name}${verb}`} busy={busy} onTap={onBook} />
  )
}

type ContentProps = {
  schedule: Schedule
  /** The one a number is taken for. */
  session: HaircutSession | undefined
  forResident: string | undefined
  children: ReactNode
}

function Content({ schedule, session, forResident, children }: ContentProps) {
  const { family, dates, callNumber } = schedule
  const centre = useCentre() ?? ''
  const isSelf = ({ person }: Ticket) => family.some(({ id, self }) => self && id === person.id)
  const tickets = family
    .flatMap((member) => member.tickets)
    .filter(takesPart)
    .sort((one, other) => one.startsAt - other.startsAt)
  return (
    <>
      {tickets.map((ticket) => (
        <MyNumber key={ticket.id} ticket={ticket} self={isSelf(ticket)} />
      ))}
      {session ? (
        <Next session={session} />
      ) : (
        <Empty
          label="最近的义剪还没开始取号"
          detail="日子在下面，到时候来这里取号。"
          drawing="scissors"
        />
      )}
      {children}
      <Speak label="读给我听" words={aloud(schedule, session)} />
      <Rows label="别的">
        <Row
          label="走不动？可以上门理发"
          detail="给行动不便的居民，两位志愿者一起上门"
          drawing="house"
          colour="pine"
          onTap={() => goTo('homeVisit', forResident === undefined ? {} : { forResident })}
        />
      </Rows>
      <ShareButton
        label="分享给家人和邻居"
        target={{ to: 'service', centre, service: 'haircuts' }}
      />
      {callNumber !== null && <CallButton label="打电话问问" phone={callNumber} />}
      <Dates dates={dates} />
    </>
  )
}

/** The session people can take a number for. */
function Next({ session }: { session: HaircutSession }) {
  const { startsAt, endsAt, placeName, because, left } = session
  const at = now()
  return (
    <Card label={`义剪，${whenSaid(startsAt, at)}，${placeName}`}>
      <Figure
        label="义剪"
        value={daySaid(session.day, dayOf(at))}
        reason={`${spanSaid(startsAt, endsAt)}，${placeName}`}
      />
      {because !== null && <View>{because}</View>}
      <View>
        <Tag {...leftSaid(session)} />
      </View>
      {isOpen(session) && left === 0 && <View>当天现场还留了一些号，也可以直接来排。</View>}
    </Card>
  )
}

const leftSaid = ({ left, waiting, opensAt, endsAt }: HaircutSession) => {
  if (now() >= endsAt) return { label: '这次结束了', tone: 'plain' as const }
  if (now() < opensAt)
    return { label: '还没开始取号', tone: 'blue' as const, drawing: 'clock' as const }
  if (left > 0)
    return { label: `还有 ${left} 个号`, tone: 'pine' as const, drawing: 'check' as const }
  return {
    label: waiting > 0 ? `满了，可以候补，前面 ${waiting} 人` : '满了，可以候补',
    tone: 'gold' as const,
    drawing: 'clock' as const,
  }
}

const aloud = ({ family }: Schedule, session: HaircutSession | undefined): string => {
  const at = now()
  return [
    '每月义剪',
    session && `${whenSaid(session.startsAt, at)}，在${session.placeName}`,
    session && leftSaid(session).label,
    ...family.flatMap(({ name, self, tickets }) =>
      tickets
        .filter(takesPart)
        .map((ticket) =>
          [
            `${self ? '您' : name}${daySaid(dayOf(ticket.startsAt), dayOf(at))}是 ${numberSaid(ticket)}`,
            ticketSaid(ticket).label,
            aheadSaid(ticket.ahead),
          ]
            .filter(Boolean)
            .join('，'),
        ),
    ),
  ]
    .filter(Boolean)
    .join('。')
}
