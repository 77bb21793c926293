import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { meant, useCategories, useSpeakUp } from '@/src/queries/feedback'
import { Reading } from '@/src/queries/Reading'
import { useMe, usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo, replaceBy } from '@/src/routes'
import type { CasePlace, Flow } from '@/types/feedback'
import { Photos } from '../components/Photos'
import { Further } from './components/Further'
import { Place } from './components/Place'
import { Similar } from './components/Similar'
import { Urgent } from './components/Urgent'
import { Voice } from './components/Voice'
import { useDraft } from './draft'

/** 有事请说: what, where, and sent; what is urgent is a call, at the very top. */
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
  const { draft, change, goesOn, drop, clear } = useDraft()
  const send = useSpeakUp(draft.key)
  const [tried, setTried] = useState(false)
  const [further, setFurther] = useState(false)
  const other = usePerson(forResident).data
  const phone = useToday().data?.phone
  const forWhom = forResident ?? draft.person
  const home =
    forResident === undefined
      ? (me.dependants.find(({ id }) => id === draft.person) ?? me.person)
      : other
  const place: CasePlace | undefined =
    draft.place ?? (home?.home ? { node: home.home.building, where: '' } : undefined)
  const { category, text, photos, voice, where } = draft
  const said = text.trim() !== '' || photos.length > 0 || voice !== null
  const exact = place && !('latitude' in place && where.trim() === '')
  const chosen = flows.find((flow) => flow.category === category)
  // What waits for the network is kept with its key: a draft beside it would be sent once more.
  useEffect(() => {
    if (send.waiting) drop()
  }, [send.waiting, drop])
  const submit = () => {
    setTried(true)
    if (category === undefined || !said || !place || !exact) return
    send.submit(
      {
        ...{ category, text: text.trim(), anonymous: draft.anonymous },
        photos: photos.map(({ file }) => file),
        ...(voice && { voice: { file: voice.file, seconds: voice.seconds } }),
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
      },
    )
  }
  const wrongText = wrongField(send.error) === 'text' || send.error?.code === 'TextRefused'
  return (
    <Page
      title={forResident === undefined ? '有事请说' : `替${other?.name ?? '居民'}说`}
      action={
        <>
          <Submitted of={send} />
          <Button label="发出去" busy={send.busy || send.waiting} onTap={submit} />
        </>
      }
    >
      <Urgent />
      {goesOn && (
        <Notice label="您上次没说完的还在">
          <Button label="不要了，重新说" look="quiet" onTap={clear} />
        </Notice>
      )}
      <Choice
        label="是什么事"
        options={flows.map((flow) => ({
          value: flow.category,
          label: flow.name,
          detail: flow.example,
        }))}
        value={category}
        onChange={(next) => change({ category: next })}
      />
      {tried && category === undefined && <Notice kind="error" label="请选一选是什么事" />}
      {chosen?.sealed && (
        <Notice label="这一类是保密的：只有调解员看得到您说了什么，别的工作人员看不到。" />
      )}
      {chosen && !chosen.sealed && place && (
        <Similar category={chosen.category} place={place} forResident={forWhom} onJoined={drop} />
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
      <Photos
        photos={photos}
        onAdd={(photo) =>
          change((known) => ({ photos: [...known.photos, { ...photo, at: now() }] }))
        }
        onRemove={(file) =>
          change((known) => ({ photos: known.photos.filter((one) => one.file !== file) }))
        }
      />
      <Voice voice={voice} onChange={(next) => change({ voice: next && { ...next, at: now() } })} />
      <Place
        place={place}
        name={draft.place ? draft.placeName : buildingOf(home?.homeName ?? null)}
        where={where}
        missing={tried}
        onChange={change}
      />
      <Button
        label={further ? '收起来' : '更多：不写名字、替家人说、说一位工作人员'}
        look="quiet"
        onTap={() => setFurther(!further)}
      />
      {further && <Further me={me} draft={draft} forResident={forResident} onChange={change} />}
      {draft.anonymous && !further && <View>这一件不写名字。</View>}
      <Button
        label="看看我反映过的"
        look="quiet"
        onTap={() => goTo('myCases', meant(forResident))}
      />
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}
