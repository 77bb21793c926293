import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCentre } from '@/src/api/centre'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tabs } from '@/src/design/Tabs'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useShareCard } from '@/src/platform/share'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { useShifts } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { said, ShiftCard } from './components/ShiftCard'

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
              label="换班"
              detail="谁想请人替他来，我想换的"
              drawing="hand"
              colour="gold"
              onTap={() => goTo('swaps')}
            />
            <Row
              label="现在谁在岗"
              detail="在哪里、到几点、电话"
              drawing="person"
              colour="blue"
              onTap={() => goTo('onDuty')}
            />
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

function Nothing({ mine }: { mine: boolean }) {
  return mine ? (
    <Empty label="您现在没有班" detail="在“要人手的”里挑一班。" drawing="heart" />
  ) : (
    <Empty label="现在不缺人手" detail="义剪、食堂要人手的时候，会出现在这里。" drawing="heart" />
  )
}
