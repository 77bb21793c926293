import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Remind } from '@/src/pages/centre/components/Remind'
import { useHolds } from '@/src/queries/residents'
import { goTo } from '@/src/routes'
import { Complaints } from './components/Complaints'
import { Meetings } from './components/Meetings'
import { Proposals } from './components/Proposals'
import { Tasks } from './components/Tasks'
import { Wishes } from './components/Wishes'

const kinds = [
  { value: 'wishes' as const, label: '心愿' },
  { value: 'proposals' as const, label: '提案' },
  { value: 'meetings' as const, label: '议事会' },
  { value: 'tasks' as const, label: '交办' },
  { value: 'complaints' as const, label: '意见' },
]
type Kind = (typeof kinds)[number]['value']

/** Wishes, proposals, meetings, tasks and complaints of my nodes: what needs me first. */
export default function ProposalsToDo() {
  const [kind, setKind] = useState<Kind>('wishes')
  const holds = useHolds()
  const decides = holds('communityStaff', 'centreStaff')
  return (
    <Page
      wide
      title="邻里议事"
      subtitle="先看等您处理的"
      action={
        kind === 'meetings' && decides ? (
          <Button label="安排议事会" drawing="calendar" onTap={() => goTo('meetingEdit')} />
        ) : (
          <Button label="替人写心愿、提案" drawing="person" onTap={() => goTo('voiceFor')} />
        )
      }
    >
      <Tabs label="哪一类" tabs={kinds} value={kind} onChange={setKind} />
      {kind === 'wishes' && <Wishes decides={decides} />}
      {kind === 'proposals' && <Proposals />}
      {kind === 'meetings' && <Meetings />}
      {kind === 'tasks' && <Tasks decides={decides} />}
      {kind === 'complaints' && <Complaints decides={decides} />}
      <Remind after="proposalCare" />
      <Row
        label="议事规则"
        detail="联名要几人、几天里答复、心愿等几天"
        drawing="book"
        colour="gold"
        onTap={() => goTo('proposalSettings')}
      />
    </Page>
  )
}
