import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { useToday } from '@/src/queries/centre'
import { useMeetings, useProposals, useWishes, type WishView } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { KeptCheckIns } from '../components/KeptCheckIns'
import { MeetingRow, ProposalRow, WishRow } from '../components/Lists'

const views = [
  { value: 'wishes' as const, label: '微心愿' },
  { value: 'proposals' as const, label: '提案' },
  { value: 'meetings' as const, label: '议事会' },
]
type View = (typeof views)[number]['value']

const wishViews: ReadonlyArray<{ value: WishView; label: string }> = [
  { value: 'open', label: '看等人认领的' },
  { value: 'claimed', label: '看有人在办的' },
  { value: 'done', label: '看实现了的' },
]

const noWishes: Readonly<Record<WishView, string>> = {
  open: '现在没有等人认领的心愿',
  claimed: '现在没有正在办的心愿',
  done: '还没有实现的心愿',
}

/** What neighbours wish, propose and talk about. */
export default function Proposals() {
  const asked = useRouter().params.view
  const [view, setView] = useState<View>(
    views.find(({ value }) => value === asked)?.value ?? 'wishes',
  )
  const [over, setOver] = useState(false)
  const [which, setWhich] = useState<WishView>('open')
  const wishes = useWishes(which, { enabled: view === 'wishes' })
  const proposals = useProposals(over ? 'answered' : 'open', { enabled: view === 'proposals' })
  const meetings = useMeetings(over, { enabled: view === 'meetings' })
  const cached = cachedAt({ wishes, proposals, meetings }[view])
  const phone = useToday().data?.phone
  const show = (next: View) => {
    setOver(false)
    setWhich('open')
    setView(next)
  }
  return (
    <Page
      title="邻里议事"
      subtitle="小心愿邻里帮，大事情一起议"
      {...(cached && { cachedAt: cached })}
      action={
        view === 'wishes' ? (
          <Button label="许个心愿" drawing="heart" onTap={() => goTo('wishWrite')} />
        ) : view === 'proposals' ? (
          <Button label="写个提案" drawing="pen" onTap={() => goTo('proposalWrite')} />
        ) : null
      }
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={show} />
      {view === 'meetings' && <KeptCheckIns />}
      {view === 'wishes' && (
        <Reading of={wishes} failed="微心愿没有打开">
          {(all) => (
            <>
              {all.length === 0 && (
                <Empty
                  label={noWishes[which]}
                  detail="缺一副老花镜、想学手机，都可以许个心愿。"
                  drawing="heart"
                />
              )}
              {all.map((wish) => (
                <WishRow key={wish.id} wish={wish} />
              ))}
              <ReadOn of={wishes} />
            </>
          )}
        </Reading>
      )}
      {view === 'proposals' && (
        <Reading of={proposals} failed="提案没有打开">
          {(all) => (
            <>
              {all.length === 0 && (
                <Empty
                  label={over ? '还没有答复过的提案' : '现在没有在联名的提案'}
                  detail="楼里、小区里要办的事，写出来请邻居一起联名。"
                  drawing="bubble"
                />
              )}
              {all.map((proposal) => (
                <ProposalRow key={proposal.id} proposal={proposal} />
              ))}
              <ReadOn of={proposals} />
            </>
          )}
        </Reading>
      )}
      {view === 'meetings' && (
        <Reading of={meetings} failed="议事会没有打开">
          {(all) => (
            <>
              {all.length === 0 && (
                <Empty
                  label={over ? '还没有开过议事会' : '最近没有要开的议事会'}
                  detail="定了日子，会写在这里，也会告诉联名的和住在那里的邻居。"
                  drawing="calendar"
                />
              )}
              {all.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} />
              ))}
              <ReadOn of={meetings} />
            </>
          )}
        </Reading>
      )}
      {view === 'wishes' ? (
        wishViews
          .filter(({ value }) => value !== which)
          .map(({ value, label }) => (
            <Button key={value} label={label} look="quiet" onTap={() => setWhich(value)} />
          ))
      ) : (
        <Button
          label={over ? '看现在的' : { proposals: '看答复过的', meetings: '看开过的' }[view]}
          look="quiet"
          onTap={() => setOver(!over)}
        />
      )}
      <Row
        label="我的心愿和提案"
        detail="我写的、我认领的"
        drawing="person"
        colour="pine"
        onTap={() => goTo('myVoices')}
      />
      <Row
        label="居民表决"
        detail="一户一票，结果谁都能再数一遍"
        drawing="hand"
        colour="gold"
        onTap={() => goTo('votes')}
      />
      <Row
        label="居民项目"
        detail="做到哪一步、钱花在哪里"
        drawing="house"
        colour="pine"
        onTap={() => goTo('projects')}
      />
      <Row
        label="问卷"
        detail="请您填的、公布了结果的"
        drawing="pen"
        colour="gold"
        onTap={() => goTo('surveys')}
      />
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}
