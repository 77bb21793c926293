import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { useVote } from '@/src/queries/votes'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import {
  cannotSaid,
  ownersSaid,
  rulesSaid,
  shareSaid,
  timesSaid,
  voteSaid,
} from '@/src/words/votes'
import { whenSaid } from '@/src/words/time'
import type { VoteForMe } from '@/types/votes'
import { AsOwner } from './components/AsOwner'
import { Ballot } from './components/Ballot'
import { Result } from './components/Result'

/** One vote: what is asked, my household's ballot, and what came out. */
export default function VotePage() {
  const { id = '' } = useRouter().params
  const reading = useVote(id, { enabled: Boolean(useMe().data?.person) })
  const [voting, setVoting] = useState(false)
  const vote = reading.data
  const cached = cachedAt(reading)
  if (voting && vote) return <Ballot vote={vote} onDone={() => setVoting(false)} />
  const mayVote = vote?.kind === 'households' && vote.mine.cannot === null
  const voted = vote?.mine.ballot?.choice !== null
  return (
    <Page
      title={vote?.question ?? '表决'}
      {...(vote && { subtitle: vote.nodeName })}
      {...(cached && { cachedAt: cached })}
      action={
        mayVote && (
          <Button label={voted ? '改您家的票' : '投您家的一票'} onTap={() => setVoting(true)} />
        )
      }
    >
      <SignedIn failed="没有打开" why="登记了名字和住址，才知道您家能不能投">
        {() => (
          <Reading of={reading} failed="这次表决没有打开">
            {(known) => <Shown vote={known} />}
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

function Shown({ vote }: { vote: VoteForMe }) {
  const { question, explanation, state, mine, rules, ownerRules, households, because } = vote
  const phone = useToday().data?.phone
  const said = voteSaid(vote, now())
  const rule = rules
    ? rulesSaid(rules)
    : ownerRules &&
      `参加的业主按人数和面积都要有${shareSaid(ownerRules.turnout)}以上，其中同意的按人数和面积都要有${shareSaid(ownerRules.yes)}以上`
  return (
    <>
      <View>
        <Tag {...said} />
      </View>
      {because !== null && <Notice kind="warn" label={`取消的原因：${because}`} />}
      {explanation !== '' && <View>{explanation}</View>}
      <Speak label="读给我听" words={[question, explanation, rule].filter(Boolean).join('。')} />
      {vote.proposal !== null && (
        <Row
          label="从居民提案来的"
          detail="点开看原来的提案"
          drawing="bubble"
          colour="gold"
          onTap={() => goTo('proposal', { proposal: vote.proposal ?? '' })}
        />
      )}
      <Mine vote={vote} />
      <Result vote={vote} />
      {vote.kind === 'owners' && <AsOwner vote={vote} />}
      <More label="看投票的规矩">
        <Card label="投票的规矩">
          <View>投票时间：{timesSaid(vote, now())}</View>
          {rule && <View>{rule}。</View>}
          {vote.kind === 'households' && (
            <>
              <View>
                一户一票，家里确认过身份的大人都能投，结束前可以改，最后一次算数。别人不能替您投。
              </View>
              <View>中间搬了家，投过的那一票还算原来那一户，一个人不能投两户。</View>
              {households !== null && <View>开始那天有 {households} 户，名单和规矩不再改。</View>}
              <View>
                您家选了什么，工作人员和邻居都看不到。结束后按回执编号公布，谁都能再数一遍。
              </View>
            </>
          )}
          {vote.kind === 'owners' && <View>一位业主有几套房子，人数只算一位，面积加在一起。</View>}
          {vote.ownersResult && <View>{ownersSaid(vote.ownersResult)}在名单上。</View>}
        </Card>
      </More>
      {state === 'open' && phone && <CallButton label="有不明白的，打电话问" phone={phone} />}
      {mine.cannot === null && vote.kind === 'households' && (
        <View>没有手机的家人，可以在纸上签字，请工作人员来取。</View>
      )}
    </>
  )
}

/** The ballot of my household, or why there is none. */
function Mine({ vote }: { vote: VoteForMe }) {
  const { mine, options, kind } = vote
  const { ballot, cannot } = mine
  if (kind !== 'households') return null
  const chosen = ballot && ballot.choice !== null ? (options[ballot.choice] ?? '') : null
  return (
    <>
      {ballot && chosen !== null && (
        <Card label={`您家投的是${chosen}`}>
          <Figure
            label="您家投的是"
            value={chosen}
            {...(ballot.at !== null && {
              reason: `${ballot.byMe ? '您' : (ballot.by ?? '家人')} ${whenSaid(ballot.at, now())} ${ballot.how === 'paper' ? '在纸上签的' : '投的'}`,
            })}
          />
          <View>回执编号：{ballot.receipt}</View>
          <View>请记下编号。公布的时候，凭它找到您家的票，别人不知道是谁的。</View>
        </Card>
      )}
      {ballot?.paperWaits && (
        <Notice label="有一张您家签字的纸质票">
          正等另一位工作人员核对，结束前核对了才算。不是您家签的，请马上打电话给社区。
        </Notice>
      )}
      {cannot !== null && vote.result === null && <Notice kind="warn" label={cannotSaid[cannot]} />}
    </>
  )
}
