import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { tally } from '@/domain/votes/tally'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { useBallots, useVote } from '@/src/queries/votes'
import { goBack } from '@/src/routes'
import { resultSaid } from '@/src/words/votes'
import type { VoteForMe } from '@/types/votes'
import type { PublishedBallot } from '@/domain/votes/tally'

/** So many receipts at a time: a phone draws no list of thousands. */
const atOnce = 100

/** Counts the published ballots on this phone, by the same rule, and says whether it comes to the same. */
export default function Recount() {
  const { id = '' } = useRouter().params
  const enabled = Boolean(useMe().data?.person)
  const vote = useVote(id, { enabled })
  const ballots = useBallots(id, { enabled })
  return (
    <Page
      title="重新数一遍"
      {...(vote.data && { subtitle: vote.data.question })}
      action={<Button label="返回" look="quiet" onTap={goBack} />}
    >
      <Reading of={vote} failed="这次表决没有打开">
        {(known) => (
          <Reading of={ballots} failed="票没有取到">
            {(all) => <Counted vote={known} ballots={all} />}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}

type CountedProps = { vote: VoteForMe; ballots: readonly PublishedBallot[] }

function Counted({ vote, ballots }: CountedProps) {
  const { result, rules, options, yesNo, households, mine } = vote
  const [shown, setShown] = useState(atOnce)
  if (!result || !rules || households === null)
    return <Notice label="还没有数完票">请过几分钟再来看。</Notice>
  const counted = tally(ballots, { households, options: options.length, yesNo, rules })
  const same = JSON.stringify(counted) === JSON.stringify(result)
  const receipt = mine.ballot?.choice === null ? undefined : mine.ballot?.receipt
  const own = ballots.find((ballot) => ballot.receipt === receipt)
  return (
    <>
      <Notice
        kind={same ? 'done' : 'error'}
        label={
          same
            ? `您的手机数了 ${ballots.length} 张票，和公布的一样`
            : '您的手机数出来的和公布的不一样'
        }
      >
        {same ? resultSaid(counted, options, yesNo) : '请马上打电话告诉社区。'}
      </Notice>
      {own && (
        <Card label="您家的票">
          <Heading label="您家的票在里面" />
          <View>
            {own.receipt}：{options[own.choice] ?? ''}
          </View>
        </Card>
      )}
      <Heading label={`全部 ${ballots.length} 张票`} />
      {ballots.slice(0, shown).map((ballot) => (
        <View key={ballot.receipt}>
          {ballot.receipt}：{options[ballot.choice] ?? ''}
        </View>
      ))}
      {shown < ballots.length && (
        <Button label="再看一些" look="secondary" onTap={() => setShown(shown + atOnce)} />
      )}
    </>
  )
}
