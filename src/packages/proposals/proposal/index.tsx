import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import {
  useCoSign,
  useProposal,
  useTakeBackSignature,
  useWithdrawProposal,
} from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { useHolds, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { cannotSignSaid, categoryNames, decisionNames, proposalSaid } from '@/src/words/proposals'
import { daySaid, whenSaid } from '@/src/words/time'
import type { ProposalShown } from '@/types/proposals'
import { Complain } from '../components/Complain'
import { Pictures } from '../components/Pictures'
import { Steps } from '../components/Steps'

/** One proposal: what, how many signed, what came of it; and my own co-signature. */
export default function ProposalPage() {
  const { proposal = '' } = useRouter().params
  const reading = useProposal(proposal)
  const cached = cachedAt(reading)
  const [signing, setSigning] = useState(false)
  const known = reading.data
  const maySign = known && (known.cannotSign === null || known.cannotSign === 'NotSignedIn')
  return (
    <Page
      title={known?.title ?? '居民提案'}
      {...(cached && { cachedAt: cached })}
      action={
        maySign && ['open', 'owed'].includes(known.state) ? (
          <Button label="我也联名" drawing="pen" onTap={() => setSigning(true)} />
        ) : null
      }
    >
      {signing && known?.cannotSign === 'NotSignedIn' && (
        <SignIn label="联名要知道您是谁" goOn="写好了，继续" />
      )}
      <Reading of={reading} failed="这个提案没有打开">
        {(shown) => <Shown proposal={shown} />}
      </Reading>
      {signing && known?.cannotSign === null && (
        <Sign proposal={known} onBack={() => setSigning(false)} />
      )}
    </Page>
  )
}

function Shown({ proposal }: { proposal: ProposalShown }) {
  const [leaving, setLeaving] = useState<'signature' | 'proposal'>()
  const { id, title, words, name, nodeName, category, state, count, threshold } = proposal
  const { answer, answerDue, decision, firstNames, wishTitles, cannotSign } = proposal
  const running = state === 'open' || state === 'owed'
  const isStaff = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  const from = [name === null ? '居民心愿合成' : `${name}提出`, nodeName, categoryNames[category]]
  return (
    <>
      <Card label={title}>
        <Figure
          label="联名的人"
          value={`${count} 人`}
          reason={
            count >= threshold || state !== 'open'
              ? `要 ${threshold} 人`
              : `还差 ${threshold - count} 人`
          }
        />
        <View>
          <Tag {...proposalSaid(state)} />
        </View>
        <View>{words}</View>
        <View>{from.join(' · ')}</View>
        {firstNames.length > 0 && <View>最早提出的：{firstNames.join('、')}</View>}
        {wishTitles.length > 0 && <View>合进来的心愿：{wishTitles.join('、')}</View>}
        <Pictures photos={proposal.photos} of={title} />
        <Speak label="读给我听" words={[title, words, ...from].join('，')} />
      </Card>
      {state === 'owed' && answerDue !== null && (
        <Notice label={`社区要在${daySaid(answerDue, today())}以前答复`} />
      )}
      {proposal.signed && running && <Notice kind="done" label="您已经联名了" />}
      {running && cannotSign !== null && cannotSignSaid[cannotSign] !== undefined && (
        <Notice kind="warn" label={cannotSignSaid[cannotSign]} />
      )}
      {answer && (
        <Card label="社区的答复">
          <Heading label="社区的答复" level={2} />
          <View>{answer.words}</View>
          <View>{whenSaid(answer.at, now())}</View>
          <Speak label="读答复" words={answer.words} />
        </Card>
      )}
      {decision !== null && <Notice label={`议事会的结果：${decisionNames[decision]}`} />}
      {proposal.meeting !== null && (
        <Row
          label="看议事会"
          detail="时间、地点、纪要"
          drawing="calendar"
          colour="gold"
          onTap={() => goTo('meeting', { meeting: proposal.meeting ?? '' })}
        />
      )}
      {proposal.vote !== null && (
        <Row
          label="看投票"
          detail="投了没有、结果怎么样"
          drawing="pen"
          colour="brick"
          onTap={() => goTo('vote', { id: proposal.vote ?? '' })}
        />
      )}
      {proposal.project !== null && (
        <Row
          label="看办得怎么样"
          detail="进度、照片、花了多少钱"
          drawing="hand"
          colour="pine"
          onTap={() => goTo('project', { id: proposal.project ?? '' })}
        />
      )}
      <Steps steps={proposal.steps} />
      {isStaff && (
        <Row
          label="工作人员办理"
          detail="录入纸质联名、答复"
          drawing="pen"
          colour="gold"
          onTap={() => goTo('staffProposal', { proposal: id })}
        />
      )}
      {proposal.mayTakeBack && (
        <Button label="退出联名" look="quiet" onTap={() => setLeaving('signature')} />
      )}
      {proposal.mayWithdraw && (
        <Button label="收回这个提案" look="quiet" onTap={() => setLeaving('proposal')} />
      )}
      {proposal.mayComplain && <Complain of="proposal" thing={id} />}
      {leaving === 'signature' && (
        <TakeBack proposal={proposal} onBack={() => setLeaving(undefined)} />
      )}
      {leaving === 'proposal' && (
        <Withdraw proposal={proposal} onBack={() => setLeaving(undefined)} />
      )}
    </>
  )
}

type ActProps = { proposal: ProposalShown; onBack: () => void }

/** A signature is an act of one's own: said once more before the yes. */
function Sign({ proposal, onBack }: ActProps) {
  const sign = useCoSign()
  return (
    <Sheet
      label={`联名支持“${proposal.title}”吗？`}
      yes={{
        label: '是的，我联名',
        busy: sign.busy,
        onTap: () =>
          sign.submit(
            { proposal: proposal.id },
            {
              done: () => {
                showToast('联名好了，谢谢您')
                onBack()
              },
            },
          ),
      }}
      back={sign.waiting ? '知道了' : '再想想'}
      onBack={onBack}
    >
      <View>一个人联名一次，要您自己点，别人不能替您。社区答复以前可以退出。</View>
      <Submitted of={sign} />
    </Sheet>
  )
}

function TakeBack({ proposal, onBack }: ActProps) {
  const takeBack = useTakeBackSignature()
  return (
    <Sheet
      label="退出联名吗？"
      yes={{
        label: '是的，退出',
        danger: true,
        busy: takeBack.busy,
        onTap: () =>
          takeBack.submit(
            { proposal: proposal.id },
            {
              done: () => {
                showToast('退出联名了')
                onBack()
              },
            },
          ),
      }}
      back={takeBack.waiting ? '知道了' : '不退'}
      onBack={onBack}
    >
      <View>联名的人会少一个。想通了，答复以前还可以再联名。</View>
      <Submitted of={takeBack} />
    </Sheet>
  )
}

function Withdraw({ proposal, onBack }: ActProps) {
  const withdraw = useWithdrawProposal()
  const own = useMe().data?.person?.id
  return (
    <Sheet
      label="收回这个提案吗？"
      yes={{
        label: '是的，收回',
        danger: true,
        busy: withdraw.busy,
        onTap: () =>
          withdraw.submit(
            {
              proposal: proposal.id,
              ...(proposal.proposer !== null &&
                proposal.proposer !== own && { forResident: proposal.proposer }),
            },
            {
              done: () => {
                showToast('收回了')
                onBack()
              },
            },
          ),
      }}
      back={withdraw.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>收回以后，{proposal.count} 个人的联名也没有了，不能再恢复。</View>
      <Submitted of={withdraw} />
    </Sheet>
  )
}
