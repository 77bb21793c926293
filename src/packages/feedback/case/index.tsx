import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { meant, useCase, useComes, useLeaveJoin, useWithdrawCase } from '@/src/queries/feedback'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo, replaceBy } from '@/src/routes'
import { caseRatingSaid, caseSaid, levelNames, photoSaid } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { FollowedCase } from '@/types/feedback'
import { Sound } from '../components/Sound'
import { Add } from './components/Add'
import { Judge } from './components/Judge'
import { meetSaid, Pictures, TimeLine } from './components/TimeLine'

/** One thing that was reported: how it stands, what is asked of who sent it, and all that happened. */
export default function CasePage() {
  const { case: id = '', forResident, fresh } = useRouter().params
  const reading = useCase(id, forResident)
  const phone = useToday().data?.phone
  const cached = cachedAt(reading)
  return (
    <Page
      title={reading.data?.category || '反映的事'}
      {...(reading.data?.number && { subtitle: `编号 ${reading.data.number}` })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="这件事没有打开">
        {(one) => <One one={one} forResident={forResident} fresh={fresh !== undefined} />}
      </Reading>
      <Button label="看看别的反映" look="quiet" onTap={() => goTo('myCases', meant(forResident))} />
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}

/** What happens next, in one sentence. */
const nextSaid = ({ state, level, due, mine, may, reopenUntil }: FollowedCase): string => {
  const asked = may.includes('confirm')
  const until = due === null ? '' : `，最晚${whenSaid(due, now())}有回音`
  switch (state) {
    case 'received':
      return '收到了，马上安排人。'
    case 'held':
      return '工作人员先看一看，看完就办。'
    case 'open':
      return `已经交给${levelNames[level]}${until}。`
    case 'taken':
      return `${levelNames[level]}正在办${until}。`
    case 'askedBack':
      return mine ? '有件事想问问您，请在下面回答。' : '正在问清楚情况。'
    case 'referred':
      return '已经转给外单位，正在等答复。'
    case 'invited':
      return asked ? '说是办好了，请您到现场看一看。' : '说是办好了，可以到现场看一看。'
    case 'solved':
      if (!asked) return '说是办好了，等反映的人确认。'
      return `说是办好了。办好没有，请您说一声${reopenUntil === null ? '' : `，${whenSaid(reopenUntil, now())}前都可以说`}。`
    case 'confirmed':
      if (asked)
        return `另一位反映的人说办好了。您看办好没有，也请说一声${reopenUntil === null ? '' : `，${whenSaid(reopenUntil, now())}前都可以说`}。`
      return mine ? '您说办好了，谢谢您。' : '反映的人说办好了。'
    case 'lapsed':
      return '十四天没有回音，这件先收起来了。还没好，请再说一次。'
    case 'merged':
      return '和另一件一样的事并到一起办，进展照样告诉您。'
    case 'split':
      return '分成几件事分头办，进展照样告诉您。'
    case 'withdrawn':
      return '撤回了，不再办。'
    case 'refused':
      return '这件事这里办不了，原因和找哪里写在下面。'
  }
}

type OneProps = { one: FollowedCase; forResident: string | undefined; fresh: boolean }

function One({ one, forResident, fresh }: OneProps) {
  const [doing, setDoing] = useState<'edit' | 'answer' | 'reopen' | 'confirm'>()
  const { id, place, where, state, text, photos, voice, joined, anonymous, mine, may, at } = one
  const said = caseSaid(state)
  const next = nextSaid(one)
  const invited = one.steps.filter(({ kind }) => kind === 'invited').at(-1)
  const asked = one.steps.filter(({ kind }) => kind === 'askedBack').at(-1)
  const open = (what: typeof doing) => {
    setDoing(what)
    toTop()
  }
  if (doing === 'confirm' && may.includes('confirm'))
    return (
      <Judge
        case={id}
        forResident={forResident}
        showable={one.showable === true && forResident === undefined}
        onBack={() => open(undefined)}
      />
    )
  if (doing !== undefined && doing !== 'confirm' && may.includes(doing))
    return (
      <Add
        case={id}
        forResident={forResident}
        what={doing}
        asked={doing === 'answer' ? asked?.words : undefined}
        onDone={() => open(undefined)}
      />
    )
  return (
    <>
      <Card label={`${said.label}，${next}`}>
        <Figure label={place || '反映的事'} value={said.label} reason={whenSaid(at, now())} />
        <View>
          {anonymous && mine && <Tag label="没有写名字" drawing="person" />}
          {!mine && <Tag label="我也遇到了" tone="blue" drawing="hand" />}
          {joined > 0 && <Tag label={`${joined} 位邻居也遇到了`} />}
        </View>
        <View>{next}</View>
        {state === 'invited' && invited?.meet && <Notice label={meetSaid(invited.meet)} />}
        <Speak label="读给我听" words={[place, said.label, next].filter(Boolean).join('，')} />
        {may.includes('answer') && <Button label="回答" onTap={() => open('answer')} />}
        {may.includes('comes') && <Comes case={id} forResident={forResident} />}
        {may.includes('confirm') && <Button label="办好了，评一评" onTap={() => open('confirm')} />}
        {may.includes('reopen') && (
          <Button label="没有办好" look="secondary" onTap={() => open('reopen')} />
        )}
        {one.into !== null && (
          <Button
            label="看一起办的那一件"
            look="secondary"
            onTap={() => goTo('case', { case: one.into ?? '', ...meant(forResident) })}
          />
        )}
        {one.rating && <View>您说：{caseRatingSaid(one.rating)}</View>}
        {fresh && <Remind after="feedback" />}
      </Card>
      {mine && (
        <Card label="您说的">
          {text !== '' && <View>“{text}”</View>}
          {where !== '' && <View>在：{where}</View>}
          <Pictures photos={photos} of="您发的" />
          {voice && (
            <Sound
              voice={voice}
              unheard={photoSaid[voice.state] && `录音${photoSaid[voice.state]}`}
            />
          )}
          {may.includes('edit') && (
            <Button label="补充情况" look="quiet" drawing="pen" onTap={() => open('edit')} />
          )}
        </Card>
      )}
      <TimeLine steps={one.steps} mine={mine} />
      {may.includes('withdraw') && <Withdraw case={id} forResident={forResident} />}
      {may.includes('leaveJoin') && <Leave case={id} forResident={forResident} />}
    </>
  )
}

type ActProps = { case: string; forResident: string | undefined }

/** Whether who sent it comes to look. */
function Comes({ case: id, forResident }: ActProps) {
  const comes = useComes()
  const say = (yes: boolean) =>
    comes.submit(
      { case: id, comes: yes, ...meant(forResident) },
      { done: () => showToast(yes ? '好的，到时候见' : '知道了，看过的人会拍照给您') },
    )
  const busy = comes.busy || comes.waiting
  return (
    <>
      <Submitted of={comes} />
      <Button label="我来看" look="secondary" busy={busy} onTap={() => say(true)} />
      <Button label="来不了" look="quiet" busy={busy} onTap={() => say(false)} />
    </>
  )
}

function Withdraw({ case: id, forResident }: ActProps) {
  const withdraw = useWithdrawCase()
  const [asking, setAsking] = useState(false)
  const send = () =>
    withdraw.submit(
      { case: id, ...meant(forResident) },
      {
        done: () => {
          showToast('撤回了')
          setAsking(false)
        },
      },
    )
  return (
    <>
      <Button label="不用办了，撤回" look="quiet" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="撤回这件事吗？"
          yes={{ label: '是的，撤回', danger: true, busy: withdraw.busy, onTap: send }}
          back={withdraw.waiting ? '知道了' : '留着'}
          onBack={() => setAsking(false)}
        >
          <View>撤回以后就不办了。要办，请再说一次。</View>
          <Submitted of={withdraw} />
        </Sheet>
      )}
    </>
  )
}

function Leave({ case: id, forResident }: ActProps) {
  const leave = useLeaveJoin()
  const [asking, setAsking] = useState(false)
  const send = () =>
    leave.submit(
      { case: id, ...meant(forResident) },
      { done: () => replaceBy('myCases', meant(forResident)) },
    )
  return (
    <>
      <Button label="不跟这件事了" look="quiet" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="不跟这件事了吗？"
          yes={{ label: '是的，不跟了', danger: true, busy: leave.busy, onTap: send }}
          back={leave.waiting ? '知道了' : '还跟着'}
          onBack={() => setAsking(false)}
        >
          <View>这件事还会接着办，只是不再告诉您。</View>
          <Submitted of={leave} />
        </Sheet>
      )}
    </>
  )
}
