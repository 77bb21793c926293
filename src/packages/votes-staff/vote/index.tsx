import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useRemind, useTurnout } from '@/src/queries/votesStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { resultSaid, rulesSaid, timesSaid, voteSaid } from '@/src/words/votes'
import { whenSaid } from '@/src/words/time'
import type { OutputOf } from '@/src/api/call'
import type { VoteForStaff } from '@/types/votes'
import { CallOff } from '../components/CallOff'

type Turnout = OutputOf<'votes', 'turnout'>

/** One vote: how many have voted in each building, and what helps. */
export default function StaffVote() {
  const { id = '' } = useRouter().params
  const reading = useTurnout(id)
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title={reading.data?.vote.question ?? '表决'}
      {...(reading.data && { subtitle: reading.data.vote.nodeName })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="这次表决没有打开">
        {(turnout) =>
          turnout.vote.kind === 'owners' ? (
            <Row
              label="业主点算"
              detail="点开看名单和意见"
              drawing="house"
              onTap={() => goTo('ownersCount', { id })}
            />
          ) : (
            <Shown turnout={turnout} />
          )
        }
      </Reading>
    </Page>
  )
}

function Shown({ turnout: { vote, buildings, papersWait } }: { turnout: Turnout }) {
  const { id, state, households, voted, result, options, yesNo, rules, papersLeft } = vote
  const running = state === 'open' && vote.mayCallOff
  const opens = useHolds()('communityStaff', 'centreStaff')
  return (
    <>
      <View>
        <Tag {...voteSaid(vote, now())} />
      </View>
      {vote.because !== null && <Notice kind="warn" label={`取消的原因：${vote.because}`} />}
      {result && (
        <Card label="结果">
          <Heading label={resultSaid(result, options, yesNo)} />
          {options.map((option, i) => (
            <View key={option}>
              {option}：{result.counts[i] ?? 0} 户
            </View>
          ))}
          {vote.cameLater !== null && <View>后来新登记的：{vote.cameLater} 户，没有算</View>}
          {papersLeft !== null && papersLeft > 0 && (
            <View>没有核对的纸质票：{papersLeft} 张，没有算，已经告诉那几户</View>
          )}
        </Card>
      )}
      {result?.carried && opens && (
        <Row
          label="通过了，开一个项目"
          detail="一步一步做，居民看得到"
          drawing="plus"
          colour="pine"
          onTap={() =>
            goTo('projectEdit', {
              vote: id,
              title: vote.question.slice(0, 40),
              ...(vote.proposal !== null && { proposal: vote.proposal }),
            })
          }
        />
      )}
      {households !== null && (
        <Figure
          label="投了票的"
          value={`${voted ?? 0} 户`}
          reason={`一共 ${households} 户，选了什么谁也看不到`}
        />
      )}
      <Card label="规矩">
        <View>{timesSaid(vote, now())}</View>
        {rules && <View>{rulesSaid(rules)}。</View>}
        <View>{vote.openedBy}开始的。规矩和名单不能再改。</View>
      </Card>
      {papersWait > 0 && running && (
        <Row
          label={`${papersWait} 张纸质票等人核对`}
          detail="结束前不核对，就不算"
          drawing="warn"
          onTap={() => goTo('votePapers', { id })}
        />
      )}
      {running && (
        <>
          <Row
            label="上门名单"
            detail="还没投票的，一栋一栋"
            drawing="house"
            colour="gold"
            onTap={() => goTo('voteDoors', { id })}
          />
          <Row
            label="录入纸质票"
            detail="签了字的，拍照录进来"
            drawing="pen"
            colour="gold"
            onTap={() => goTo('votePaper', { id })}
          />
        </>
      )}
      <Heading label="每栋楼" />
      <Rows label="每栋楼投了多少">
        {buildings.map((building) => (
          <Row
            key={building.id}
            label={building.name}
            detail={`${building.voted} 户投了，共 ${building.households} 户`}
            drawing="house"
            colour={building.voted === building.households ? 'pine' : 'gold'}
            {...(running && {
              onTap: () => goTo('voteDoors', { id, building: building.id }),
            })}
          />
        ))}
      </Rows>
      <Printing label="打印投票率" sheet={sheetOf(vote, buildings)} />
      {running && opens && <Manage vote={vote} />}
    </>
  )
}

/** Reminding those who have not voted, and calling it off. */
function Manage({ vote: { id, mayRemind } }: { vote: VoteForStaff }) {
  const remind = useRemind()
  return (
    <>
      <Submitted of={remind} />
      <Button
        label="提醒还没投的"
        look="secondary"
        drawing="bell"
        busy={remind.busy || remind.waiting}
        off={!mayRemind}
        onTap={() => remind.submit({ vote: id }, { done: () => showToast('提醒发出去了') })}
      />
      {!mayRemind && <View>每天提醒一次。最后一天的前一晚会自动提醒。</View>}
      <CallOff vote={id} what="表决" told="投过票的人家" />
    </>
  )
}

const sheetOf = (vote: VoteForStaff, buildings: Turnout['buildings']) => ({
  title: '投票率',
  notes: [vote.question, `${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['楼栋', '户数', '投了', '还没投'],
      rows: buildings.map(({ name, households, voted }) => [
        name,
        String(households),
        String(voted),
        String(households - voted),
      ]),
    },
  ],
})
