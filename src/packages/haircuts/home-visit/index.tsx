import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { useAskHomeVisit, useCancelHomeVisit, useMyHomeVisits } from '@/src/queries/haircuts'
import { Reading } from '@/src/queries/Reading'
import { useMe, usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { visitSaid } from '@/src/words/haircuts'
import { daySaid } from '@/src/words/time'
import type { HomeVisit } from '@/types/haircuts'

const how =
  '给确认过身份、走不动的居民。申请以后，社区定好日子告诉您，两位志愿者带着证件一起上门，不收钱。'

/** A haircut at home: asking for it, what became of it, and taking it back. */
export default function HomeVisitPage() {
  const { forResident } = useRouter().params
  return forResident === undefined ? <ForFamily /> : <ForSomebody person={forResident} />
}

/** On every page of this service: what it is, read aloud, and somebody to ask. */
function About() {
  const phone = useToday().data?.phone
  return (
    <>
      <Speak label="读给我听" words={how} />
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </>
  )
}

/** Staff ask for somebody who cannot. */
function ForSomebody({ person }: { person: string }) {
  const reading = usePerson(person)
  return (
    <Page title="上门理发" subtitle={`替${reading.data?.name ?? '居民'}申请，两个人的名字都会记下`}>
      <View>{how}</View>
      <Reading of={reading} failed="这位居民没有打开">
        {({ id, name }) => <Ask people={[{ id, name, self: false }]} />}
      </Reading>
      <About />
    </Page>
  )
}

/** A visit that is still to come: nobody asks for a second one. */
const pending = ({ state }: HomeVisit): boolean => state === 'asked' || state === 'planned'

function ForFamily() {
  const known = Boolean(useMe().data?.person)
  const reading = useMyHomeVisits({ enabled: known })
  const cached = cachedAt(reading)
  return (
    <Page
      title="上门理发"
      subtitle="给走不动的居民，志愿者上门来理"
      {...(cached && { cachedAt: cached })}
    >
      <View>{how}</View>
      <SignedIn failed="上门理发没有打开" why="登记了名字，才知道给谁理">
        {(me) => (
          <Reading of={reading} failed="上门理发没有打开">
            {({ items }) => <Visits me={me} visits={items} />}
          </Reading>
        )}
      </SignedIn>
      <About />
    </Page>
  )
}

function Visits({ me, visits }: { me: KnownMe; visits: readonly HomeVisit[] }) {
  const people = [
    { id: me.person.id, name: me.person.name, self: true },
    ...me.dependants.map(({ id, name }) => ({ id, name, self: false })),
  ]
  const asked = visits.filter(pending).map(({ person }) => person.id)
  const without = people.filter(({ id }) => !asked.includes(id))
  return (
    <>
      {visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit} self={visit.person.id === me.person.id} />
      ))}
      {without.length > 0 && <Ask people={without} />}
    </>
  )
}

type Asker = { id: string; name: string; self: boolean }

/** Who, and what to know before coming: nothing else is asked. */
function Ask({ people }: { people: readonly Asker[] }) {
  const ask = useAskHomeVisit()
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState('')
  const [cannotWalk, setCannotWalk] = useState(false)
  const [tried, setTried] = useState(false)
  const person = people.find(({ id }) => id === chosen) ?? people[0]
  if (!person) return null
  const send = () => {
    const complete = cannotWalk && note.trim() !== ''
    setTried(!complete)
    if (!complete) return
    ask.submit(
      { note: note.trim(), cannotWalk, ...(!person.self && { forResident: person.id }) },
      {
        done: () => {
          setNote('')
          setCannotWalk(false)
          showToast('申请好了。定好日子马上告诉您')
          toTop()
        },
      },
    )
  }
  const wrong =
    (tried && !note.trim() && '请写一句，比如：上午都在家') ||
    (wrongField(ask.error) === 'note' && '请写短一点，最多 100 个字')
  return (
    <Card label="申请上门理发">
      <Heading label="申请上门理发" />
      {people.length > 1 && (
        <Choice
          label="给谁理"
          options={people.map(({ id, name, self }) => ({
            value: id,
            label: self ? '我自己' : name,
          }))}
          value={person.id}
          onChange={setChosen}
        />
      )}
      <Switch
        label="走不动，出不了门"
        detail="上门只给走不动的居民。走得动，请取号来现场理"
        on={cannotWalk}
        onChange={setCannotWalk}
      />
      {tried && !cannotWalk && <Notice kind="error" label="真走不动，请点“走不动，出不了门”" />}
      <Field
        label="什么时候在家，怎么找"
        hint="比如：上午都在家，按 301 的门铃。不用写病情"
        value={note}
        onChange={setNote}
        most={100}
        {...(wrong && { error: wrong })}
      />
      <Submitted of={ask} />
      {ask.error?.code === 'HomeNeeded' && (
        <Button
          label="去填住址"
          look="secondary"
          onTap={() =>
            goTo('profileEdit', { what: 'home', ...(!person.self && { person: person.id }) })
          }
        />
      )}
      <Button
        label={person.self ? '申请上门' : `替${person.name}申请上门`}
        busy={ask.busy || ask.waiting}
        onTap={send}
      />
    </Card>
  )
}

function VisitCard({ visit, self }: { visit: HomeVisit; self: boolean }) {
  const [asking, setAsking] = useState(false)
  const { person, homeName, note, on, barbers, by } = visit
  const whose = self ? '我' : person.name
  return (
    <Card label={`给${whose}上门理发，${visitSaid(visit).label}`}>
      <Figure
        label={`给${whose}上门`}
        value={on === null ? '日子还没定' : daySaid(on, today())}
        {...(homeName !== null && { reason: homeName })}
      />
      <View>
        <Tag {...visitSaid(visit)} />
        {by !== null && <Tag label={`${by}替${self ? '您' : '他'}申请的`} tone="blue" />}
      </View>
      {barbers.length > 0 && <View>来的人：{barbers.map(({ name }) => name).join('、')}</View>}
      <View>{note}</View>
      {visit.state === 'asked' && <Remind after="homeVisit" />}
      {pending(visit) && (
        <Button
          label="不用来了，取消"
          fuller={`不用来了，取消，${person.name}`}
          look="secondary"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && <Cancel visit={visit} self={self} onBack={() => setAsking(false)} />}
    </Card>
  )
}

type CancelProps = { visit: HomeVisit; self: boolean; onBack: () => void }

function Cancel({ visit, self, onBack }: CancelProps) {
  const cancel = useCancelHomeVisit()
  const send = () =>
    cancel.submit(
      { visit: visit.id, ...(!self && { forResident: visit.person.id }) },
      {
        done: () => {
          showToast('已经取消了，会告诉志愿者不用来')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="取消上门理发吗？"
      yes={{ label: '是的，取消', danger: true, busy: cancel.busy, onTap: send }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>志愿者就不来了。以后想理，再申请一次。</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
