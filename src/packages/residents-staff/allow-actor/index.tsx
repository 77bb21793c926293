import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { scanCard } from '@/src/platform/scanCard'
import { useAllowActor, usePerson, usePersonByCard } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { relations } from '@/src/words/residents'
import type { PersonLine, Relation } from '@/types/residents'
import { PersonPicker } from '../components/PersonPicker'

/** A resident without a phone agreed, here and now, that a relative with one acts for them. */
export default function AllowActor() {
  const { person = '' } = useRouter().params
  const subject = usePerson(person).data
  const [actor, setActor] = useState<PersonLine>()
  return actor ? (
    <Agree
      person={person}
      name={subject?.name ?? '居民'}
      actor={actor}
      onOther={() => setActor(undefined)}
    />
  ) : (
    <Find name={subject?.name ?? '他'} onPick={setActor} />
  )
}

function Find({ name, onPick }: { name: string; onPick: (actor: PersonLine) => void }) {
  const [card, setCard] = useState<string>()
  const [wrongCode, setWrongCode] = useState(false)
  const scanned = usePersonByCard(card)
  const scan = () =>
    void scanCard().then((seen) => {
      setWrongCode(seen === 'notACard')
      if (seen !== null && seen !== 'notACard') setCard(seen.card)
    })
  return (
    <Page
      wide
      title={`谁替${name}办事？`}
      subtitle="要有手机，登录过常回家"
      action={<Button label="扫家属的会员码" drawing="camera" onTap={scan} />}
    >
      {wrongCode && <Notice kind="error" label="这不是会员码，请家属打开“我的”再扫" />}
      {scanned.error && <Notice kind="error" label={wordsFor(scanned.error)} />}
      {scanned.data && (
        <Button
          label={`就是${scanned.data.name}`}
          look="secondary"
          onTap={() => scanned.data && onPick(scanned.data)}
        />
      )}
      <PersonPicker label="或者找家属" onPick={onPick} />
    </Page>
  )
}

type AgreeProps = { person: string; name: string; actor: PersonLine; onOther: () => void }

function Agree({ person, name, actor, onOther }: AgreeProps) {
  const allow = useAllowActor()
  const [relation, setRelation] = useState<Relation>()
  const [consent, setConsent] = useState<'spoken' | 'signedForm'>()
  const [tried, setTried] = useState(false)
  const submit = () => {
    const complete = relation !== undefined && consent !== undefined
    setTried(!complete)
    if (!complete) return
    allow.submit(
      { person, actor: actor.id, relation, consent },
      {
        done: () => {
          showToast(`${actor.name}可以替${name}办事了`)
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={`${actor.name}替${name}办事`}
      action={
        <>
          <Submitted of={allow} />
          <Button label="登记下来" busy={allow.busy || allow.waiting} onTap={submit} />
        </>
      }
    >
      <Choice
        label={`${name}是${actor.name}的什么人`}
        {...(tried && relation === undefined && { hint: '请选一个' })}
        options={(Object.keys(relations) as Relation[]).map((value) => ({
          value,
          label: relations[value],
        }))}
        value={relation}
        onChange={setRelation}
      />
      <Choice
        label={`${name}怎么同意的`}
        {...(tried && consent === undefined && { hint: '请选一个' })}
        options={[
          { value: 'spoken' as const, label: '当着您的面说同意' },
          { value: 'signedForm' as const, label: '签了纸质同意书' },
        ]}
        value={consent}
        onChange={setConsent}
      />
      <View>他能替{name}报名、取消、出示会员码，每次都写明是谁办的。</View>
      <Button label="换一个人" look="quiet" onTap={onOther} />
    </Page>
  )
}
