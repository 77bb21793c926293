import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Row, Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import {
  useStaffProposals,
  type ProposalInList,
  type StaffProposalView,
} from '@/src/queries/proposalsStaff'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { goTo } from '@/src/routes'
import { proposalSaid } from '@/src/words/proposals'
import { daySaid, whenSaid } from '@/src/words/time'

const views: ReadonlyArray<{ value: StaffProposalView; label: string }> = [
  { value: 'todo', label: '要处理的' },
  { value: 'open', label: '在联名的' },
  { value: 'answered', label: '答复过的' },
  { value: 'lapsed', label: '没凑够的' },
]

const mostPrinted = 100

/** Proposals about my nodes: what needs me first. */
export function Proposals() {
  const [view, setView] = useState<StaffProposalView>('todo')
  const reading = useStaffProposals(view)
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 个`, 'warn')
  }
  return (
    <>
      <Tabs label="看哪些提案" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="提案没有打开">
        {(proposals) =>
          proposals.length === 0 && !reading.hasNextPage ? (
            <Empty label="这里现在没有提案" detail="居民写了，马上出现在这里。" drawing="bubble" />
          ) : (
            <>
              <Rows label="提案">
                {proposals.map((proposal) => (
                  <ProposalRow key={proposal.id} proposal={proposal} />
                ))}
              </Rows>
              <ReadOn of={reading} />
              <Printing label="打印提案" before={readOn} sheet={sheetOf(proposals)} />
            </>
          )
        }
      </Reading>
    </>
  )
}

const dueSaid = ({ answerDue, late }: ProposalInList): string => {
  if (answerDue === null) return ''
  return late
    ? `应在${daySaid(answerDue, today())}以前答复，已经过了`
    : `${daySaid(answerDue, today())}以前答复`
}

function ProposalRow({ proposal }: { proposal: ProposalInList }) {
  const { id, title, nodeName, count, threshold, state, late } = proposal
  const stands = late
    ? { label: '答复过了日子', tone: 'brick' as const, drawing: 'warn' as const }
    : proposalSaid(state)
  return (
    <Row
      label={title}
      detail={[nodeName, `${count} 人联名，要 ${threshold} 人`, dueSaid(proposal)]
        .filter(Boolean)
        .join(' · ')}
      drawing="bubble"
      colour={late ? 'brick' : 'blue'}
      saying={stands.label}
      onTap={() => goTo('staffProposal', { proposal: id })}
    >
      <Tag {...stands} />
    </Row>
  )
}

const sheetOf = (proposals: readonly ProposalInList[]) => ({
  title: '居民提案名单',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['提案', '哪里', '联名', '要几人', '到哪一步', '答复期限', '备注'],
      rows: proposals.map((one) => [
        one.title,
        one.nodeName,
        String(one.count),
        String(one.threshold),
        proposalSaid(one.state).label,
        dueSaid(one),
        '',
      ]),
    },
  ],
})
