import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { CarryOn } from '@/src/packages/votes-staff/components/CarryOn'
import { showToast } from '@/src/design/Toast'
import { Steps } from '@/src/packages/proposals/components/Steps'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import {
  useAnswerProposal,
  useDecideProposal,
  useStaffProposal,
} from '@/src/queries/proposalsStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categoryNames, decisionNames, proposalSaid } from '@/src/words/proposals'
import { daySaid, whenSaid } from '@/src/words/time'
import { ComplainFor } from '../components/ComplainFor'
import { PhotosToJudge } from '../components/PhotosToJudge'
import { Ending } from './components/Ending'
import { Paper } from './components/Paper'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

type Known = OutputOf<'proposals', 'proposalForStaff'>
type Doing = 'decide' | 'answer' | 'paper' | 'complain'

/** One proposal as staff see it: publishing, co-signatures on paper, the answer. */
export default function StaffProposal() {
  const { proposal = '' } = useRouter().params
  const reading = useStaffProposal(proposal)
  const cached = cachedAt(reading)
  const decides = useHolds()('communityStaff', 'centreStaff')
  const [doing, setDoing] = useState<Doing>()
  const known = reading.data
  const open = (next: Doing | undefined) => {
    setDoing(next)
    toTop()
  }
  const answerable = known && ['open', 'owed', 'lapsed'].includes(known.state)
  const close = () => open(undefined)
  if (known && doing === 'decide') return <Decide proposal={known} onClose={close} />
  if (known && doing === 'answer') return <Answer proposal={known} onClose={close} />
  if (known && doing === 'paper') return <Paper proposal={known} onClose={close} />
  if (known && doing === 'complain')
    return <ComplainFor of="proposal" thing={known.id} title={known.title} onClose={close} />
  return (
    <Page
      wide
      title={known?.title ?? '一个提案'}
      {...(known && { subtitle: known.nodeName })}
      {...(cached && { cachedAt: cached })}
      action={
        decides && known?.state === 'waiting' ? (
          <Button label="发布，或者不发布" drawing="pen" onTap={() => open('decide')} />
        ) : decides && answerable ? (
          <Button label="答复" drawing="bubble" onTap={() => open('answer')} />
        ) : null
      }
    >
      <Reading of={reading} failed="这个提案没有打开">
        {(shown) => (
          <>
            <Shown proposal={shown} decides={decides} />
            {['open', 'owed'].includes(shown.state) && (
              <Button
                label="录入纸质联名"
                look="secondary"
                drawing="pen"
                onTap={() => open('paper')}
              />
            )}
            <Printing label="打印联名情况" sheet={sheetOf(shown)} />
            {shown.listed && (
              <Button label="替居民提意见" look="quiet" onTap={() => open('complain')} />
            )}
            <Ending proposal={shown} decides={decides} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Shown({ proposal, decides }: { proposal: Known; decides: boolean }) {
  const { id, title, words, count, threshold, state, answerDue, late, answer, person, by } =
    proposal
  const { firstNames, wishTitles, decision, meeting, category } = proposal
  return (
    <>
      {late && (
        <Notice kind="warn" label="答复已经过了日子">
          请马上答复。中心的同事也收到提醒了。
        </Notice>
      )}
      <Card label={title}>
        <Figure
          label="联名的人"
          value={`${count} 人`}
          reason={
            answerDue === null ? `要 ${threshold} 人` : `${daySaid(answerDue, today())}以前答复`
          }
        />
        <View>
          <Tag {...proposalSaid(state)} />
          {proposal.hidden && <Tag label="不公开" tone="brick" drawing="close" />}
        </View>
        <View>{words}</View>
        <View>
          {[person?.name ?? '心愿合成', by && `${by}写的`, categoryNames[category]]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {firstNames.length > 0 && <View>最早提出的：{firstNames.join('、')}</View>}
        {wishTitles.length > 0 && <View>合进来的心愿：{wishTitles.join('、')}</View>}
        {proposal.reason !== null && <View>原因：{proposal.reason}</View>}
      </Card>
      {proposal.unchecked && state === 'waiting' && (
        <Notice kind="warn" label="写的时候内容检查没有连上，发布的时候会再查一次" />
      )}
      <PhotosToJudge of="proposal" thing={id} photos={proposal.photos} decides={decides} />
      {answer && (
        <Card label="社区的答复">
          <Heading label="社区的答复" level={2} />
          <View>{answer.words}</View>
          <View>{whenSaid(answer.at, now())}</View>
        </Card>
      )}
      {decision !== null && <Notice label={`议事会的结果：${decisionNames[decision]}`} />}
      {meeting !== null && (
        <Row
          label="看议事会"
          drawing="calendar"
          colour="gold"
          onTap={() => goTo('staffMeeting', { meeting })}
        />
      )}
      {decides && state !== 'waiting' && <CarryOn proposal={proposal} />}
      <Steps steps={proposal.steps} />
    </>
  )
}

/** Staff say whether it is published; the words are not theirs to change. */
function Decide({ proposal, onClose }: { proposal: Known; onClose: () => void }) {
  const decide = useDecideProposal()
  const [publish, setPublish] = useState<'yes' | 'no'>('yes')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const yes = publish === 'yes'
  const send = () => {
    setTried(true)
    if (!yes && because.trim() === '') return
    decide.submit(
      { proposal: proposal.id, publish: yes, ...(!yes && { because: because.trim() }) },
      {
        done: () => {
          showToast(yes ? '发布了，邻居可以联名了' : '告诉提案的人了')
          onClose()
        },
      },
    )
  }
  return (
    <Page
      title="发布这个提案吗"
      subtitle="居民写的话一个字也不改"
      action={
        <>
          <Submitted of={decide} />
          <Button
            label={yes ? '确定发布' : '确定不发布'}
            busy={decide.busy || decide.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Card label={proposal.title}>
        <Heading label={proposal.title} level={2} />
        <View>{proposal.words}</View>
      </Card>
      <Choice
        label="发布不发布"
        options={[
          { value: 'yes', label: '发布' },
          { value: 'no', label: '不发布', detail: '违法的、骂人的、不是公共事情的' },
        ]}
        value={publish}
        onChange={setPublish}
      />
      {!yes && (
        <Field
          label="为什么不发布"
          hint="提案的人会看到"
          value={because}
          onChange={setBecause}
          most={100}
          {...(tried && because.trim() === '' && { error: '请写一句原因' })}
        />
      )}
    </Page>
  )
}

function Answer({ proposal, onClose }: { proposal: Known; onClose: () => void }) {
  const draft = useDraft({ form: 'answer', thing: proposal.id }, { words: '' })
  const { typed, change, drop } = draft
  const { words } = typed
  const answer = useAnswerProposal(draft.key)
  useDropWhenWaiting(answer.waiting, drop)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (words.trim() === '') return
    answer.submit(
      { proposal: proposal.id, words: words.trim() },
      {
        done: () => {
          drop()
          showToast('答复了，大家都看得到')
          onClose()
        },
      },
    )
  }
  return (
    <Page
      title="答复这个提案"
      subtitle={proposal.title}
      action={
        <>
          <Submitted of={answer} />
          <Button label="发出答复" busy={answer.busy || answer.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <GoesOn of={draft} />
      <Field
        label="社区的答复"
        kind="lines"
        hint="说清楚办不办、谁来办、什么时候。答复以后不能再联名"
        value={words}
        onChange={(next) => change({ words: next })}
        most={1000}
        {...(tried && words.trim() === '' && { error: '请写几句答复' })}
      />
    </Page>
  )
}

const sheetOf = ({ title, nodeName, count, threshold, signers }: Known) => ({
  title: `联名情况：${title}`,
  notes: [`${nodeName}，${count} 人联名，要 ${threshold} 人`, `${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['第几个', '姓', '怎么联名的', '时间'],
      rows: signers.map(({ name, onPaper, at }, n) => [
        String(n + 1),
        name,
        onPaper ? '纸质表' : '手机',
        whenSaid(at, now()),
      ]),
    },
  ],
})
