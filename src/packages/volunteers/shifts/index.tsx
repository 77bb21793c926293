import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCentre } from '@/src/api/centre'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { Remind } from '@/src/pages/centre/components/Remind'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useShareCard } from '@/src/platform/share'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useConfirmShift, useShifts, useWithdrawFromShift } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { shiftKinds, shiftSaid, shiftWhenSaid } from '@/src/words/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Shift } from '@/types/volunteers'

const views = [
  { value: 'open' as const, label: '要人手的' },
  { value: 'mine' as const, label: '我的班' },
]

/** Where a volunteer is needed, what I said yes to, and the way out of it. */
export default function Shifts() {
  const [view, setView] = useState<'open' | 'mine'>(
    useRouter().params.view === 'mine' ? 'mine' : 'open',
  )
  const [came, setCame] = useState<string>()
  const known = Boolean(useMe().data?.person)
  const reading = useShifts(view === 'mine', { enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  const target = { to: 'service', centre: useCentre() ?? '', service: 'shifts' } as const
  // A shift that is full now leaves the list: among one's own it is still there.
  const come = (shift: string) => {
    setCame(shift)
    setView('mine')
    toTop()
  }
  useShareCard({ title: '一起来做志愿者：看看哪里要人手', target })
  return (
    <Page
      title="志愿服务"
      subtitle="挑一班有空的，点“我来”就行"
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="志愿服务没有打开" why="登记了名字，才知道是您要来">
        {() => (
          <>
            <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            <Reading of={reading} failed="志愿服务没有打开">
              {(shifts) => (
                <>
                  {shifts.length === 0 && <Nothing mine={view === 'mine'} />}
                  {shifts.map((shift) => (
                    <ShiftCard
                      key={shift.id}
                      shift={shift}
                      came={shift.id === came}
                      onCome={() => come(shift.id)}
                    />
                  ))}
                  {shifts.length > 0 && (
                    <Speak label="读给我听" words={shifts.map((shift) => said(shift)).join('。')} />
                  )}
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
            <Row
              label="我的服务时长"
              detail="每个月做了多少，谁确认的"
              drawing="clock"
              colour="pine"
              onTap={() => goTo('myHours')}
            />
          </>
        )}
      </SignedIn>
      <ShareButton label="叫上邻居一起来" target={target} />
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

const said = (shift: Shift): string =>
  [
    shift.title,
    shiftWhenSaid(shift, now()),
    `在${shift.placeName}`,
    shift.mine ? '您说好要来' : shiftSaid(shift).label,
  ].join('，')

function Nothing({ mine }: { mine: boolean }) {
  return mine ? (
    <Empty label="您现在没有班" detail="在“要人手的”里挑一班。" drawing="heart" />
  ) : (
    <Empty label="现在不缺人手" detail="义剪、食堂要人手的时候，会出现在这里。" drawing="heart" />
  )
}

/** The meal I carry today: its doors and phones are on the list, on other days they are nobody's business. */
const carried = ({ kind, mine, state, startsAt, thing }: Shift, at: Instant): string | null =>
  kind === 'delivery' && mine && state === 'open' && dayOf(startsAt) === dayOf(at) ? thing : null

type CardProps = {
  shift: Shift
  /** They said yes a moment ago. */
  came: boolean
  onCome: () => void
}

/** One shift: what, when and where, whether people are missing, and my yes or no. */
function ShiftCard({ shift, came, onCome }: CardProps) {
  const confirm = useConfirmShift()
  const [asking, setAsking] = useState(false)
  const { title, kind, placeName, state, mine, needed, confirmed, endsAt } = shift
  const at = now()
  const service = carried(shift, at)
  const open = state === 'open' && at < endsAt
  const come = () =>
    confirm.submit(
      { shift: shift.id },
      {
        done: () => {
          showToast(`记下了，${shiftWhenSaid(shift, now())} 等您来`)
          onCome()
        },
      },
    )
  return (
    <Card label={said(shift)}>
      <Heading label={title} />
      <View>
        <Tag label={shiftKinds[kind].label} tone="blue" drawing={shiftKinds[kind].drawing} />
        {mine && state === 'open' ? (
          <Tag label="您说好要来" tone="pine" drawing="check" />
        ) : (
          <Tag {...shiftSaid(shift)} />
        )}
      </View>
      <View>{shiftWhenSaid(shift, at)}</View>
      <View>{placeName}</View>
      <View>
        要 {needed} 人，已经有 {confirmed} 人
      </View>
      <Submitted of={confirm} />
      {open && !mine && confirmed < needed && (
        <Button
          label="我来"
          fuller={`我来，${title}，${shiftWhenSaid(shift, at)}`}
          look="secondary"
          drawing="hand"
          busy={confirm.busy || confirm.waiting}
          onTap={come}
        />
      )}
      {open && mine && came && <Remind after="shift" />}
      {service !== null && (
        <Button
          label="看今天送到哪几家"
          fuller={`看今天送到哪几家，${title}，${shiftWhenSaid(shift, at)}`}
          look="secondary"
          drawing="house"
          onTap={() => goTo('deliveries', { service })}
        />
      )}
      {open && mine && (
        <Button
          label="来不了了"
          fuller={`来不了了，${title}，${shiftWhenSaid(shift, at)}`}
          look="quiet"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && <Withdraw shift={shift} onBack={() => setAsking(false)} />}
    </Card>
  )
}

/** Asks before others have to be found: of a barber, people who hold a number are told at once. */
function Withdraw({ shift, onBack }: { shift: Shift; onBack: () => void }) {
  const withdraw = useWithdrawFromShift()
  const send = () =>
    withdraw.submit(
      { shift: shift.id },
      {
        done: () => {
          showToast('知道了，马上告诉社区')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="这一班来不了了吗？"
      yes={{ label: '是的，来不了', danger: true, busy: withdraw.busy, onTap: send }}
      back={withdraw.waiting ? '知道了' : '我还是来'}
      onBack={onBack}
    >
      <View>
        {shift.title}，{shiftWhenSaid(shift, now())}。
      </View>
      <View>
        {shift.kind === 'barber'
          ? '排在后面的几个号马上会收到通知，社区也会知道。'
          : '社区马上会知道，好再找人。'}
      </View>
      <Submitted of={withdraw} />
    </Sheet>
  )
}
