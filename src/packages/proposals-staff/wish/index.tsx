import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Steps } from '@/src/packages/proposals/components/Steps'
import { Confirm } from '@/src/packages/proposals/wish/components/Confirm'
import { toTop } from '@/src/platform/toTop'
import { useReadWords, useStaffWish } from '@/src/queries/proposalsStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categoryNames, forNames, todoSaid, wishSaid } from '@/src/words/proposals'
import { whenSaid } from '@/src/words/time'
import { ComplainFor } from '../components/ComplainFor'
import { PhotosToJudge } from '../components/PhotosToJudge'
import { Decide } from './components/Decide'
import { ClaimFor, OnBehalf } from './components/OnBehalf'
import { Settle } from './components/Settle'

type Known = OutputOf<'proposals', 'wishForStaff'>
type Doing = 'decide' | 'settle' | 'claim' | 'confirm' | 'complain'

/** One wish as staff see it: what was written, how it stands, and what to do. */
export default function StaffWish() {
  const { wish = '' } = useRouter().params
  const reading = useStaffWish(wish)
  const cached = cachedAt(reading)
  const decides = useHolds()('communityStaff', 'centreStaff')
  const [doing, setDoing] = useState<Doing>()
  const known = reading.data
  const open = (next: Doing | undefined) => {
    setDoing(next)
    toTop()
  }
  const running = known && ['open', 'claimed', 'done'].includes(known.state)
  const close = () => open(undefined)
  if (known && doing === 'decide') return <Decide wish={known} onClose={close} />
  if (known && doing === 'settle') return <Settle wish={known} onClose={close} />
  if (known && doing === 'claim') return <ClaimFor wish={known} onClose={close} />
  if (known && doing === 'confirm')
    return (
      <Confirm
        wish={{ id: known.id, title: `${known.person.name}：${known.public?.title ?? ''}` }}
        forSomeone={{ forResident: known.person.id }}
        onClose={close}
      />
    )
  if (known && doing === 'complain')
    return (
      <ComplainFor of="wish" thing={known.id} title={known.public?.title ?? ''} onClose={close} />
    )
  return (
    <Page
      wide
      title={known?.public?.title ?? '一个心愿'}
      {...(known && { subtitle: `${known.person.name} · ${known.communityName}` })}
      {...(cached && { cachedAt: cached })}
      action={
        decides && known?.state === 'waiting' ? (
          <Button label="发布，或者不发布" drawing="pen" onTap={() => open('decide')} />
        ) : decides && running ? (
          <Button label="处理" look="secondary" onTap={() => open('settle')} />
        ) : null
      }
    >
      <Reading of={reading} failed="这个心愿没有打开">
        {(shown) => (
          <>
            <Shown wish={shown} decides={decides} />
            <OnBehalf wish={shown} onClaim={() => open('claim')} onSay={() => open('confirm')} />
            {shown.listed && (
              <Button label="替居民提意见" look="quiet" onTap={() => open('complain')} />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Shown({ wish, decides }: { wish: Known; decides: boolean }) {
  const { id, state, todo, person, original, category, forWhom, claimedBy, until, by } = wish
  return (
    <>
      {todo !== null && (
        <Notice kind="warn" label={todoSaid[todo].label}>
          {todoSaid[todo].next}
        </Notice>
      )}
      <Card label={`${person.name}的心愿`}>
        <View>
          <Tag {...wishSaid(state)} />
          {wish.hidden && <Tag label="不公开" tone="brick" drawing="close" />}
        </View>
        <Heading label="居民写的" level={2} />
        <View>{original}</View>
        <View>
          给{forNames[forWhom]} · {categoryNames[category]} ·{' '}
          {by === null ? '本人写的' : `${by}替他写的`}
        </View>
        <View>
          {wish.showName ? '同意写姓' : '不写姓名'}，
          {wish.showPhone ? '认领的人可以打电话' : '由社区转告'}
        </View>
        {until !== null && <View>等人认领到{whenSaid(until, now())}</View>}
        {wish.reason !== null && <View>原因：{wish.reason}</View>}
      </Card>
      {wish.unchecked && state === 'waiting' && (
        <Notice kind="warn" label="写的时候内容检查没有连上，请多看一眼" />
      )}
      <PhotosToJudge of="wish" thing={id} photos={wish.photos} decides={decides} />
      {wish.public && (
        <Card label="公开的话">
          <Heading label="公开的话" level={2} />
          <View>{wish.public.title}</View>
          <View>{wish.public.words}</View>
        </Card>
      )}
      {claimedBy && (
        <Row
          label={`${claimedBy.unit ?? claimedBy.name}认领了`}
          detail={claimedBy.unit === null ? '看他的资料，打电话问问' : `经手人${claimedBy.name}`}
          drawing="hand"
          colour="blue"
          onTap={() => goTo('person', { person: claimedBy.id })}
        />
      )}
      {wish.note !== null && (
        <Card label="办的人说">
          <Heading label="办的人说" level={2} />
          <View>{wish.note}</View>
        </Card>
      )}
      <PhotosToJudge of="wish" thing={id} photos={wish.notePhotos} decides={decides} />
      {wish.thanks !== null && (
        <Card label="感谢的话">
          <Heading label="感谢的话" level={2} />
          <View>{wish.thanks}</View>
        </Card>
      )}
      {decides && wish.toRead !== null && (
        <ReadWords wish={id} which={wish.toRead} words={wish[wish.toRead] ?? ''} />
      )}
      {wish.proposal !== null && (
        <Row
          label="看合成的提案"
          drawing="bubble"
          colour="blue"
          onTap={() => goTo('staffProposal', { proposal: wish.proposal ?? '' })}
        />
      )}
      <Row
        label={`${person.name}的资料`}
        detail="电话、家人、住址"
        drawing="person"
        colour="pine"
        onTap={() => goTo('person', { person: person.id })}
      />
      <Steps steps={wish.steps} />
    </>
  )
}

/** Thanks or a note: whether others may read it. */
function ReadWords({
  wish,
  which,
  words,
}: {
  wish: string
  which: 'note' | 'thanks'
  words: string
}) {
  const read = useReadWords()
  const send = (publish: boolean) =>
    read.submit(
      { wish, which, words, publish },
      { done: () => showToast(publish ? '大家看得到了' : '只有工作人员看得到') },
    )
  return (
    <>
      <Submitted of={read} />
      <Button
        label={which === 'thanks' ? '感谢的话可以公开' : '说明可以给许愿的人看'}
        drawing="check"
        busy={read.busy || read.waiting}
        onTap={() => send(true)}
      />
      <Button label="不合适，不公开" look="quiet" onTap={() => send(false)} />
    </>
  )
}
