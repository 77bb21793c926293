import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { useGiveBackWish, useWish, useWithdrawWish } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categoryNames, forNames, wishSaid } from '@/src/words/proposals'
import type { MyWish } from '@/types/proposals'
import { Complain } from '../components/Complain'
import { Pictures } from '../components/Pictures'
import { Steps } from '../components/Steps'
import { Claim } from './components/Claim'
import { Confirm } from './components/Confirm'
import { Fulfil } from './components/Fulfil'

type Doing = 'claim' | 'fulfil' | 'confirm' | 'withdraw' | 'giveBack' | 'signIn'

/** One wish: what somebody would like, and making it come true. */
export default function WishPage() {
  const { wish = '' } = useRouter().params
  const reading = useWish(wish)
  const cached = cachedAt(reading)
  const me = useMe().data
  const [doing, setDoing] = useState<Doing>()
  const known = reading.data
  const open = (next: Doing | undefined) => {
    setDoing(next)
    toTop()
  }
  const own = me?.person?.id
  const close = () => open(undefined)
  if (known && doing === 'claim') return <Claim wish={known} onClose={close} />
  if (known && doing === 'fulfil')
    return <Fulfil wish={known} forSomeone={forClaimer(known, own)} onClose={close} />
  if (known && doing === 'confirm')
    return <Confirm wish={known} forSomeone={forWhose(known, own)} onClose={close} />
  return (
    <Page
      title={known?.title ?? '微心愿'}
      {...(cached && { cachedAt: cached })}
      action={
        known?.mayClaim ? (
          <Button
            label="我来认领"
            drawing="hand"
            onTap={() => open(me?.person ? 'claim' : 'signIn')}
          />
        ) : known?.mayFulfil ? (
          <Button label="办好了" drawing="check" onTap={() => open('fulfil')} />
        ) : known?.mayConfirm ? (
          <Button label="实现了没有，说一声" drawing="check" onTap={() => open('confirm')} />
        ) : null
      }
    >
      {doing === 'signIn' && !me?.person && <SignIn label="认领要知道您是谁" goOn="写好了，继续" />}
      <Reading of={reading} failed="这个心愿没有打开">
        {(shown) => <Shown wish={shown} onDo={open} />}
      </Reading>
      {known && doing === 'withdraw' && (
        <Withdraw wish={known} onBack={() => setDoing(undefined)} />
      )}
      {known && doing === 'giveBack' && (
        <GiveBack wish={known} onBack={() => setDoing(undefined)} />
      )}
    </Page>
  )
}

function Shown({ wish, onDo }: { wish: MyWish; onDo: (doing: Doing) => void }) {
  const { id, title, words, name, forWhom, category, state, claimedBy, thanks, reach } = wish
  const phone = useToday().data?.phone
  const who = `${name ?? '一位居民'} · 给${forNames[forWhom]} · ${categoryNames[category]}`
  return (
    <>
      <Card label={title}>
        <View>
          <Tag {...wishSaid(state)} />
        </View>
        <View>{words}</View>
        <View>{who}</View>
        {claimedBy !== null && <View>{claimedBy}认领了</View>}
        <Pictures photos={wish.photos} of={title} />
        <Speak label="读给我听" words={[title, words, who].join('，')} />
      </Card>
      {wish.original !== null && wish.original !== words && (
        <Card label="您写的">
          <Heading label="您写的（别人看不到）" level={2} />
          <View>{wish.original}</View>
        </Card>
      )}
      {reach && (
        <Notice label={`这是${reach.name}的心愿`}>
          {reach.phone === null
            ? '他想让社区转告。请打电话给社区，约好时间。'
            : '请先打电话约好时间，再上门。'}
        </Notice>
      )}
      {reach?.phone && <CallButton label={`打电话给${reach.name}`} phone={reach.phone} />}
      {wish.note !== null && (
        <Card label="办的人说">
          <Heading label="办的人说" level={2} />
          <View>{wish.note}</View>
          <Pictures photos={wish.notePhotos} of="办好的样子" />
        </Card>
      )}
      {thanks !== null && <Notice kind="done" label={`许愿的人说：${thanks}`} />}
      {wish.proposal !== null && (
        <Row
          label="看合成的提案"
          detail="和几位邻居的心愿一起"
          drawing="bubble"
          colour="blue"
          onTap={() => goTo('proposal', { proposal: wish.proposal ?? '' })}
        />
      )}
      <Steps steps={wish.steps} />
      {(reach || wish.mine) && phone && <CallButton label="打电话给社区" phone={phone} />}
      {wish.mayGiveBack && (
        <Button label="办不了，让别人来" look="quiet" onTap={() => onDo('giveBack')} />
      )}
      {wish.mayWithdraw && (
        <Button label="收回这个心愿" look="quiet" onTap={() => onDo('withdraw')} />
      )}
      {wish.mayComplain && <Complain of="wish" thing={id} />}
    </>
  )
}

/** Acts for whose wish it is, when that is somebody of my family. */
const forWhose = (wish: MyWish, me: string | undefined): { forResident?: string } =>
  wish.mine && wish.person.id !== me ? { forResident: wish.person.id } : {}

/** Acts for who claimed it, when that is somebody of my family. */
const forClaimer = ({ claimer }: MyWish, me: string | undefined): { forResident?: string } =>
  claimer !== null && claimer.id !== me ? { forResident: claimer.id } : {}

function Withdraw({ wish, onBack }: { wish: MyWish; onBack: () => void }) {
  const withdraw = useWithdrawWish()
  const me = useMe().data?.person?.id
  return (
    <Sheet
      label="收回这个心愿吗？"
      yes={{
        label: '是的，收回',
        danger: true,
        busy: withdraw.busy,
        onTap: () =>
          withdraw.submit(
            { wish: wish.id, ...forWhose(wish, me) },
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
      <View>收回以后邻居看不到了。还想要的话，可以再许一个。</View>
      <Submitted of={withdraw} />
    </Sheet>
  )
}

function GiveBack({ wish, onBack }: { wish: MyWish; onBack: () => void }) {
  const giveBack = useGiveBackWish()
  const me = useMe().data?.person?.id
  return (
    <Sheet
      label="这个心愿办不了吗？"
      yes={{
        label: '是的，让别人来',
        danger: true,
        busy: giveBack.busy,
        onTap: () =>
          giveBack.submit(
            { wish: wish.id, ...forClaimer(wish, me) },
            {
              done: () => {
                showToast('知道了，请别的邻居来办')
                onBack()
              },
            },
          ),
      }}
      back={giveBack.waiting ? '知道了' : '我还是来办'}
      onBack={onBack}
    >
      <View>许愿的人会知道，心愿重新等人认领。</View>
      <Submitted of={giveBack} />
    </Sheet>
  )
}
