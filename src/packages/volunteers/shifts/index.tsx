import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
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
import { useShifts } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { useWhose, Who } from '../components/Who'
import { Narrow, type Only } from './components/Narrow'
import { said, ShiftCard } from './components/ShiftCard'

type View = 'near' | 'all' | 'mine'

const viewsOf = (name: string) => [
  { value: 'near' as const, label: '附近要人的' },
  { value: 'all' as const, label: '全部要人的' },
  { value: 'mine' as const, label: `${name || '我'}的班` },
]

/** Where a volunteer is needed, what I or somebody I act for said yes to, and the way out of it. */
export default function Shifts() {
  const asked = useRouter().params.view
  const [view, setView] = useState<View>(asked === 'mine' || asked === 'all' ? asked : 'near')
  const [only, setOnly] = useState<Only>({})
  const [came, setCame] = useState<string>()
  const { known, choose, ...whose } = useWhose()
  const { name, forSomeone } = whose
  const search =
    view === 'mine'
      ? { mine: true, ...forSomeone }
      : { ...(view === 'near' && { near: true }), ...only, ...forSomeone }
  const reading = useShifts(search, { enabled: known })
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
      subtitle={`挑一班有空的，点“${name || '我'}来”就行`}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="志愿服务没有打开" why="登记了名字，才知道是您要来">
        {() => (
          <>
            <Who label="谁去" whose={whose} onChange={choose} />
            <Tabs label="看哪些" tabs={viewsOf(name)} value={view} onChange={setView} />
            {view !== 'mine' && <Narrow only={only} onChange={setOnly} />}
            <Reading of={reading} failed="志愿服务没有打开">
              {(shifts) => (
                <>
                  {shifts.length === 0 && !reading.hasNextPage && (
                    <Nothing view={view} name={name} onAll={() => setView('all')} />
                  )}
                  {shifts.map((shift) => (
                    <ShiftCard
                      key={shift.id}
                      shift={shift}
                      whose={whose}
                      came={shift.id === came}
                      onCome={() => come(shift.id)}
                    />
                  ))}
                  {shifts.length > 0 && (
                    <Speak
                      label="读给我听"
                      words={shifts.map((shift) => said(shift, name)).join('。')}
                    />
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
              onTap={() => goTo('swaps', forSomeone)}
            />
            <Row
              label="现在谁在岗"
              detail="在哪里、到几点、电话"
              drawing="person"
              colour="blue"
              onTap={() => goTo('onDuty')}
            />
            <Row
              label={`${name || '我'}的服务时长`}
              detail="每个月做了多少，谁确认的"
              drawing="clock"
              colour="pine"
              onTap={() => goTo('myHours', forSomeone)}
            />
          </>
        )}
      </SignedIn>
      <ShareButton label="叫上邻居一起来" target={target} />
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

type NothingProps = { view: View; name: string; onAll: () => void }

function Nothing({ view, name, onAll }: NothingProps) {
  switch (view) {
    case 'mine':
      return (
        <Empty
          label={`${name || '您'}现在没有班`}
          detail="点上面“附近要人的”，挑一班。"
          drawing="heart"
        />
      )
    case 'near':
      return (
        <>
          <Empty
            label={`附近现在没有${name || '您'}能去的班`}
            detail="也可以看看别的社区。"
            drawing="heart"
          />
          <Button label="看全部要人的" look="secondary" onTap={onAll} />
        </>
      )
    case 'all':
      return (
        <Empty
          label="现在不缺人手"
          detail="义剪、食堂要人手的时候，会出现在这里。"
          drawing="heart"
        />
      )
  }
}
