import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { useStaffVotes } from '@/src/queries/votesStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { timesSaid, voteSaid } from '@/src/words/votes'
import type { VoteLine } from '@/types/votes'

/** Votes and counts of my nodes. */
export default function StaffVotes() {
  const reading = useStaffVotes()
  const opens = useHolds()('communityStaff', 'centreStaff')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="居民表决"
      subtitle="一户一票，选了什么谁也看不到"
      {...(cached && { cachedAt: cached })}
      action={opens && <Button label="开始表决" drawing="plus" onTap={() => goTo('voteOpen')} />}
    >
      {opens && (
        <Row
          label="业主点算"
          detail="加装电梯这样的事，按面积和人数算"
          drawing="house"
          colour="gold"
          onTap={() => goTo('ownersCountOpen')}
        />
      )}
      <Reading of={reading} failed="没有打开">
        {(votes) => (
          <>
            {votes.length === 0 && (
              <Empty label="还没有表决" detail="开始一次，居民就能在手机上投。" drawing="hand" />
            )}
            <Rows label="表决">
              {votes.map((vote) => (
                <Line key={vote.id} vote={vote} />
              ))}
            </Rows>
            <ReadOn of={reading} />
            {votes.length > 0 && <Printing label="打印名单" sheet={sheetOf(votes)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Line({ vote }: { vote: VoteLine }) {
  const said = voteSaid(vote, now())
  return (
    <Row
      label={vote.question}
      detail={`${vote.nodeName} · ${timesSaid(vote, now())}`}
      drawing={vote.kind === 'owners' ? 'house' : 'hand'}
      colour="pine"
      saying={said.label}
      onTap={() => goTo(vote.kind === 'owners' ? 'ownersCount' : 'staffVote', { id: vote.id })}
    >
      <Tag {...said} />
    </Row>
  )
}

const sheetOf = (votes: readonly VoteLine[]) => ({
  title: '居民表决',
  notes: [],
  tables: [
    {
      title: null,
      columns: ['什么事', '范围', '时间', '怎么样了'],
      rows: votes.map((vote) => [
        vote.question,
        vote.nodeName,
        timesSaid(vote, now()),
        voteSaid(vote, now()).label,
      ]),
    },
  ],
})
