import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { useVoted, useVotes } from '@/src/queries/votes'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { timesSaid, voteSaid } from '@/src/words/votes'
import type { VoteLine } from '@/types/votes'

/** Votes of the places I live in. */
export default function Votes() {
  const reading = useVotes({ enabled: Boolean(useMe().data?.person) })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page title="居民表决" subtitle="一户一票" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="没有打开" why="登记了名字和住址，才知道您家能投哪些">
        {() => (
          <Reading of={reading} failed="没有打开">
            {(votes) => (
              <>
                {votes.length === 0 && (
                  <Empty
                    label="现在没有表决"
                    detail="社区、网格、楼里有事要大家定，会出现在这里。"
                    drawing="hand"
                  />
                )}
                <Lines votes={votes} />
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}

function Lines({ votes }: { votes: readonly VoteLine[] }) {
  const own = useVoted(votes.map(({ id }) => id)).data?.items
  return (
    <Rows label="居民表决">
      {votes.map((vote) => (
        <Line key={vote.id} vote={vote} voted={own?.find((one) => one.vote === vote.id)?.voted} />
      ))}
    </Rows>
  )
}

function Line({ vote, voted }: { vote: VoteLine; voted: boolean | undefined }) {
  const { id, question, nodeName, state } = vote
  const said = voteSaid(vote, now())
  const asks = state === 'open' && said.label === '正在投票' && voted === false
  const mine = voted === true ? '您家投过了' : asks ? '您家还没投' : null
  return (
    <Row
      label={question}
      detail={`${nodeName} · ${timesSaid(vote, now())}`}
      drawing="hand"
      colour={asks ? 'brick' : 'pine'}
      saying={[said.label, mine].filter(Boolean).join('，')}
      onTap={() => goTo('vote', { id })}
    >
      <Tag {...said} />
      {mine !== null && <Tag label={mine} tone={asks ? 'brick' : 'pine'} />}
    </Row>
  )
}
