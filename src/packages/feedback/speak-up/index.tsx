import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { useDropWhenWaiting } from '@/src/queries/draft'
import { meant, useCategories, useSpeakUp } from '@/src/queries/feedback'
import { GoesOn } from '@/src/queries/GoesOn'
import { Reading } from '@/src/queries/Reading'
import { useMe, usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { Uploaded } from '@/src/queries/Uploaded'
import { goTo, replaceBy } from '@/src/routes'
import type { CasePlace, Flow } from '@/types/feedback'
import { Photos } from '../components/Photos'
import { isExact, Place } from '../components/Place'
import { filesOf, useSendFiles, useSendPhotos, type ChangePhotos } from '@/src/queries/taken'
import { ForWhom } from './components/ForWhom'
import { Similar } from './components/Similar'
import { Urgent } from './components/Urgent'
import { Voice } from './components/Voice'
import { What } from './components/What'
import { useMessageDraft } from './draft'

/** 有事请说: what is wrong, then where and for whom, and it is sent; what is urgent is a call, at the very top. */
export default function SpeakUp() {
  const { forResident } = useRouter().params
  const reading = useCategories()
  const flows = reading.data?.flows
  if (!flows)
    return (
      <Page title="有事请说">
        <Urgent />
        <Reading of={reading} failed="这一页没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  return <Begin flows={flows} forResident={forResident} />
}

type BeginProps = { flows: readonly Flow[]; forResident: string | undefined }

/** Whoever is known here has the form at once; who is not, writes a name first. */
function Begin(props: BeginProps) {
  const me = useMe().data
  if (me?.person) return <Form {...props} me={{ ...me, person: me.person }} />
  return (
    <Page title="有事请说">
      <Urgent />
      <SignedIn failed="这一页没有打开" why="有了名字，办好了才能告诉您">
        {() => null}
      </SignedIn>
    </Page>
  )
}

/** 静安里社区 12号楼: of a home, as far as others may know it. */
const buildingOf = (homeName: string | null): string =>
  homeName === null ? '您住的楼' : homeName.split(' ').slice(0, 2).join(' ')

function Form({ flows, forResident, me }: BeginProps & { me: KnownMe }) {
  const message = useMessageDraft(forResident)
  const { typed: draft, change, drop } = message
  const send = useSpeakUp(message.key)
  const [step, setStep] = useState<'what' | 'where'>(draft.goes ? 'where' : 'what')
  const [tried, setTried] = useState(false)
  const other = usePerson(forResident).data
  const phone = useToday().data?.phone
  const { category, text, photos, voice, where } = draft
  const changePhotos: ChangePhotos = (next) =>
    change((now) => {
      const kept = next(now.photos)
      // One that the cloud did not take: they see that first.
      return { photos: kept, ...(kept.length < now.photos.length && { goes: false }) }
    })
  const sending = {
    photos: useSendPhotos('casePhoto', photos, changePhotos),
    voice: useSendFiles('caseVoice', voice ? [voice] : [], (_id, taken) =>
      change((now) => ({
        voice: taken && now.voice && { ...taken, seconds: now.voice.seconds },
        ...(taken === null && { goes: false }),
      })),
    ),
  }
  const left = sending.photos.left || sending.voice.left
  const forWhom = forResident ?? draft.person
  const home =
    forResident === undefined
      ? (me.dependants.find(({ id }) => id === draft.person) ?? me.person)
      : other
  const place: CasePlace | undefined =
    draft.place ?? (home?.home ? { node: home.home.building, where: '' } : undefined)
  const said = text.trim() !== '' || photos.length > 0 || voice !== null
  const exact = place && isExact(place, where)
  const whole = category !== undefined && said && place !== undefined && exact === true
  const wrongText = wrongField(send.error) === 'text' || send.error?.code === 'TextRefused'
  useDropWhenWaiting(send.waiting, drop)
  const turnTo = (next: typeof step) => {
    setTried(false)
    setStep(next)
    toTop()
  }
  const goOn = () => {
    setTried(true)
    if (category !== undefined && said) turnTo('where')
  }
  const submit = () => {
    setTried(true)
    if (!whole) return change({ goes: false })
    if (left) return change({ goes: true })
    send.submit(
      {
        ...{ category, text: text.trim(), anonymous: draft.anonymous },
        photos: filesOf(photos),
        ...(voice?.sent && { voice: { file: voice.sent.file, seconds: voice.seconds } }),
        place: { ...place, where: where.trim() },
        ...(draft.aboutStaff !== undefined && { aboutStaff: draft.aboutStaff }),
        ...meant(forWhom),
      },
      {
        done: ({ id }) => {
          drop()
          showToast('收到了，办到哪一步都会告诉您')
          replaceBy('case', { case: id, fresh: '1', ...meant(forWhom) })
        },
        failed: () => change({ goes: false }),
      },
    )
  }
  // They tapped when the pictures could not go yet: it goes as soon as they have arrived.
  const latest = useRef(submit)
  latest.current = submit
  const goesNow = draft.goes && !left && whole
  useEffect(() => {
    if (goesNow) latest.current()
  }, [goesNow])
  const title = forResident === undefined ? '有事请说' : `替${other?.name ?? '居民'}说`
  if (send.waiting)
    return (
      <Page
        title={title}
        action={<Button label="看看我反映过的" onTap={() => goTo('myCases', meant(forResident))} />}
      >
        <Submitted of={send} />
        {phone && <CallButton label="急的话，打电话给社区" phone={phone} />}
      </Page>
    )
  if (step === 'what')
    return (
      <Page
        title={title}
        subtitle="第 1 步，共 2 步：什么事"
        action={<Button label="下一步" onTap={goOn} />}
      >
        <Urgent />
        <GoesOn of={message} verb="说" />
        <What flows={flows} category={category} missing={tried} onChange={change} />
        {place && category !== undefined && (
          <Similar
            flow={flows.find((flow) => flow.category === category)}
            place={place}
            forResident={forWhom}
            said={said}
            onJoined={drop}
          />
        )}
        <Field
          label="说说怎么回事"
          hint="写几个字就行，也可以只拍照或者录音"
          kind="lines"
          most={1000}
          value={text}
          onChange={(next) => change({ text: next })}
          {...(tried && !said && { error: '请写几个字、拍张照片，或者录一段话' })}
          {...(wrongText && { error: '里面有不合适的字句，请改一改' })}
        />
        <Voice voice={voice} onChange={(next) => change({ voice: next })} sending={sending.voice} />
        <Photos photos={photos} onChange={changePhotos} sending={sending.photos} />
        <Button
          label="看看我反映过的"
          look="quiet"
          onTap={() => goTo('myCases', meant(forResident))}
        />
        {phone && <CallButton label="打电话给社区" phone={phone} />}
      </Page>
    )
  return (
    <Page
      title={title}
      subtitle="第 2 步，共 2 步：在哪里"
      action={
        <>
          <Submitted of={send} />
          {draft.goes && left ? (
            <>
              <Notice
                kind="warn"
                label="照片和录音还没传完。网络好了自己会传，传完就发出去；关掉了，下次打开这一页接着传"
              />
              <Button label="先不发，再改一改" onTap={() => change({ goes: false })} />
            </>
          ) : (
            <Button label="发出去" busy={send.busy} onTap={submit} />
          )}
          <Button label="上一步" look="quiet" onTap={() => turnTo('what')} />
        </>
      }
    >
      <Uploaded what="照片" of={sending.photos} />
      <Uploaded what="录音" of={sending.voice} />
      {wrongText && <Notice kind="error" label="说的话里有不合适的字句，请回到上一步改一改" />}
      <Place
        place={place}
        name={draft.place ? draft.placeName : buildingOf(home?.homeName ?? null)}
        where={where}
        missing={tried}
        onChange={change}
      >
        {draft.place && category !== undefined && (
          <Similar
            flow={flows.find((flow) => flow.category === category)}
            place={draft.place}
            forResident={forWhom}
            said={said}
            onJoined={drop}
          />
        )}
        <ForWhom me={me} draft={draft} place={place} forResident={forResident} onChange={change} />
      </Place>
    </Page>
  )
}
