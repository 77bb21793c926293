import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useHolds } from '@/src/queries/residents'
import { useOpenSealed, useSolveSealed } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import { sealedStateSaid, sealedStepSaid } from '@/src/words/sealedCases'
import { whenSaid } from '@/src/words/time'
import type { SealedContentShown } from '@/types/shared/sealedCases'
import { HandOver } from '../components/HandOver'
import { Sound } from '@/src/packages/feedback/components/Sound'
import { OpenIdentityRow } from '../components/OpenIdentityRow'
import { unheardSaid } from '../words'
import { Rang } from './components/Rang'
import { Transcribe } from './components/Transcribe'
import { WriteDown } from './components/WriteDown'
import './index.scss'

/** A sealed case for its mediator: it is opened by a tap, since every look is written down. */
export default function SealedCase() {
  const { case: id = '' } = useRouter().params
  const open = useOpenSealed()
  const [shown, setShown] = useState<SealedContentShown>()
  const [doing, setDoing] = useState<'write' | 'transcribe' | 'solve' | 'rang' | 'hand'>()
  const look = () => open.submit({ case: id }, { done: setShown })
  if (!shown)
    return (
      <Page
        title="保密的事"
        action={
          <>
            <Submitted of={open} />
            <Button label="打开看内容" busy={open.busy} onTap={look} />
            <Button label="返回" look="quiet" onTap={goBack} />
          </>
        }
      >
        <Notice kind="warn" label="每看一次都会记在操作记录里">
          街道看得到谁在什么时候打开过，看不到内容。请不要让别人看见您的屏幕。
        </Notice>
      </Page>
    )
  const done = (next: SealedContentShown, said: string) => {
    setShown(next)
    setDoing(undefined)
    showToast(said)
  }
  if (doing === 'write')
    return (
      <WriteDown
        one={shown}
        onDone={(next) => done(next, '记下了')}
        onBack={() => setDoing(undefined)}
      />
    )
  if (doing === 'rang')
    return (
      <Rang
        one={shown}
        onDone={(next) => done(next, '记下了')}
        onBack={() => setDoing(undefined)}
      />
    )
  if (doing === 'transcribe' && shown.voice)
    return (
      <Transcribe
        one={shown}
        voice={shown.voice}
        onDone={(next) => done(next, '写好了')}
        onBack={() => setDoing(undefined)}
      />
    )
  const active = isOpen(shown.state)
  return (
    <Page
      wide
      title={shown.number === null ? '保密的事' : `${shown.number} 号`}
      subtitle={`${shown.category} · ${shown.days === 0 ? '今天来的' : `已经 ${shown.days} 天`}`}
      action={
        (active || lookedAfter.has(shown.state)) && (
          <>
            {shown.toRing && <Button label="打电话告诉来电的人" onTap={() => setDoing('rang')} />}
            <Button
              look={shown.toRing ? 'secondary' : 'primary'}
              label={active ? '记下办了什么' : '记一次回访'}
              onTap={() => setDoing('write')}
            />
            {active && (
              <Button
                label="办好了"
                look="secondary"
                drawing="check"
                onTap={() => setDoing('solve')}
              />
            )}
          </>
        )
      }
    >
      {shown.toRing && (
        <Notice kind="warn" label="请打电话">
          来电的人没有小程序，收不到通知。请打电话告诉他办好了，再记下他怎么说。
        </Notice>
      )}
      <Content one={shown} onTranscribe={() => setDoing('transcribe')} />
      <Steps one={shown} />
      {(active || shown.state === 'solved') && (
        <Button label="交给别的调解员" look="quiet" onTap={() => setDoing('hand')} />
      )}
      {doing === 'solve' && (
        <Solve
          one={shown}
          onDone={(next) => done(next, next.toRing ? '请打电话告诉他' : '居民会收到通知，请他确认')}
          onBack={() => setDoing(undefined)}
        />
      )}
      {doing === 'hand' && (
        <HandOver one={shown} onDone={goBack} onBack={() => setDoing(undefined)} />
      )}
    </Page>
  )
}

/** Over, or nearly: its mediator may still ask how it goes. */
const lookedAfter: ReadonlySet<string> = new Set(['solved', 'confirmed', 'lapsed'])

const isOpen = (state: string): boolean => state === 'open' || state === 'taken'

type ContentProps = { one: SealedContentShown; onTranscribe: () => void }

function Content({ one, onTranscribe }: ContentProps) {
  const { id, state, number, reporter, text, where, photos, voice, late, followUp } = one
  const holds = useHolds()
  return (
    <Card label="居民说的">
      <View>
        <Tag label={sealedStateSaid(one)} tone="blue" />
        {late && <Tag label="过了期限" tone="brick" drawing="warn" />}
        {followUp !== null && (
          <Tag label={`${fullDay(followUp)}回访`} tone="gold" drawing="clock" />
        )}
      </View>
      <Heading label={reporter ? reporter.name : '没有留名字'} />
      {reporter?.phone && <CallButton label={`打电话给${reporter.name}`} phone={reporter.phone} />}
      {!reporter && <View>只能在这里写给他：“记下办了什么”里有一栏是写给居民的。</View>}
      {!reporter &&
        (holds('centreStaff') ? (
          <OpenIdentityRow case={id} />
        ) : (
          <View>
            有危险或者有人犯法，要知道是谁，请街道的同事在“保密的事”里
            {number === null ? '' : `按 ${number} 号`}查看。
          </View>
        ))}
      {where !== '' && <View>{where}</View>}
      {text !== '' && <View className="sealed__text">{text}</View>}
      {voice && (
        <Sound voice={voice} unheard={voice.url === null ? unheardSaid[voice.state] : ''} />
      )}
      {voice?.url && isOpen(state) && (
        <Button
          label={voice.said === null ? '把录音写成文字' : '改一改写下来的话'}
          look="quiet"
          drawing="pen"
          onTap={onTranscribe}
        />
      )}
      <Pictures photos={photos} label="居民拍的照片" />
    </Card>
  )
}

function Pictures({ photos, label }: { photos: SealedContentShown['photos']; label: string }) {
  const urls = photos.flatMap(({ url }) => url ?? [])
  const waiting = photos.length - urls.length
  return (
    <>
      {urls.map((url, i) => (
        <Image
          key={url}
          className="sealed__picture"
          src={url}
          mode="aspectFit"
          {...tellingPicture(`${label}，第 ${i + 1} 张`)}
        />
      ))}
      {waiting > 0 && <View>还有 {waiting} 张照片正在检查，或者没有通过检查</View>}
    </>
  )
}

function Steps({ one }: { one: SealedContentShown }) {
  return (
    <>
      <Heading label="办到哪一步了" />
      {one.steps.map((step) => (
        <Card key={`${step.at}-${step.kind}-${step.record}`} label={sealedStepSaid(step.kind)}>
          <Heading label={sealedStepSaid(step.kind)} level={3} />
          <View>{[whenSaid(step.at, now()), step.who].filter(Boolean).join(' · ')}</View>
          {step.record !== '' && <View className="sealed__text">{step.record}</View>}
          {step.told !== '' && <View>居民看得到：{step.told}</View>}
          <Pictures photos={step.photos} label="照片" />
        </Card>
      ))}
    </>
  )
}

type SolveProps = {
  one: SealedContentShown
  onDone: (next: SealedContentShown) => void
  onBack: () => void
}

function Solve({ one, onDone, onBack }: SolveProps) {
  const solve = useSolveSealed()
  const [told, setTold] = useState('')
  const [record, setRecord] = useState('')
  const [tried, setTried] = useState(false)
  const missing = told.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    solve.submit(
      { case: one.id, rev: one.rev, record: record.trim(), told: told.trim() },
      { done: onDone },
    )
  }
  return (
    <Sheet
      label="这件事办好了吗？"
      yes={{ label: '是的，请居民确认', busy: solve.busy, onTap: send }}
      onBack={onBack}
    >
      <View>居民说解决了，才算解决。他说没有，会再回到您这里。</View>
      <Field
        label="写给居民的话"
        hint="比如：两家说好了，晚上十点以后不放音乐"
        most={300}
        value={told}
        onChange={setTold}
        {...(tried && missing && { error: '请写一句给居民看的话' })}
      />
      <Field label="只给自己看的记录" optional most={1000} value={record} onChange={setRecord} />
      <Submitted of={solve} />
    </Sheet>
  )
}
