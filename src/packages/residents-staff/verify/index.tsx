import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { HomeField } from '@/src/packages/residents/components/HomeField'
import { draftOf, homeOf } from '@/src/packages/residents/components/HomeField/home'
import { usePerson, useVerifyResidency } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { bases, documents } from '@/src/words/residents'
import type { DocumentSeen, PersonForStaff, ResidencyBasis } from '@/types/residents'
import { addDays } from '@/types/shared/day'

const choices = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }))

/** What staff saw on site: basis, document, birth date, home, and until when it holds. */
export default function Verify() {
  const { person = '' } = useRouter().params
  const reading = usePerson(person)
  if (reading.data) return <Form person={reading.data} />
  return (
    <Page wide title="确认居民身份">
      <Reading of={reading} failed="这位居民没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

/** The paper first, then where and until when. What was filled in stays when going back, or when it is refused. */
function Form({ person }: { person: PersonForStaff }) {
  const verify = useVerifyResidency()
  const [step, setStep] = useState<'paper' | 'where'>('paper')
  const [basis, setBasis] = useState<ResidencyBasis | undefined>(person.verification?.basis)
  const [document, setDocument] = useState<DocumentSeen>()
  const [birthDate, setBirthDate] = useState(person.birthDate ?? '')
  const [home, setHome] = useState(() => draftOf(person.home, person.homeName))
  const [until, setUntil] = useState(() => addDays(today(), 365))
  const [tried, setTried] = useState(false)
  const seen = homeOf(home)
  const goOn = () => {
    const complete = basis !== undefined && document !== undefined && birthDate !== ''
    setTried(!complete)
    if (complete) setStep('where')
  }
  const goBackTo = (earlier: 'paper') => {
    setTried(false)
    setStep(earlier)
  }
  const submit = () => {
    const complete = basis !== undefined && document !== undefined && until && seen !== null
    setTried(!complete)
    if (!complete) return
    verify.submit(
      { person: person.id, basis, document, birthDate, home: seen, until },
      {
        done: () => {
          showToast(`${person.name}的居民身份确认好了`)
          goBack()
        },
        failed: (error) => {
          if (error.code === 'BirthDateInFuture' || wrongField(error) === 'birthDate')
            goBackTo('paper')
        },
      },
    )
  }
  const { code } = verify.error ?? {}
  const untilError =
    (tried && !until && '请写上到哪一天') ||
    (code === 'UntilInPast' && '请选今天以后的日子') ||
    (code === 'UntilTooFar' && '最多确认 5 年')
  const dateError =
    (tried && !birthDate && '请照着证件写上年、月、日') ||
    ((code === 'BirthDateInFuture' || wrongField(verify.error) === 'birthDate') &&
      '请再看看证件上的年份')
  if (step === 'paper')
    return (
      <Page
        wide
        title={`确认${person.name}的居民身份`}
        subtitle="第 1 步，共 2 步：看证件"
        action={
          <>
            <Submitted of={verify} />
            <Button label="下一步" onTap={goOn} />
          </>
        }
      >
        <Choice
          label="凭什么住在这里"
          {...(tried && basis === undefined && { hint: '请选一个' })}
          options={choices(bases)}
          value={basis}
          onChange={setBasis}
        />
        <Choice
          label="看了哪种证件"
          hint={tried && document === undefined ? '请选一个' : '只记看的是哪一种，号码不记、不拍照'}
          options={choices(documents)}
          value={document}
          onChange={setDocument}
        />
        <Field
          label="证件上的出生日期"
          kind="date"
          value={birthDate}
          onChange={setBirthDate}
          {...(dateError && { error: dateError })}
        />
      </Page>
    )
  return (
    <Page
      wide
      title={`确认${person.name}的居民身份`}
      subtitle="第 2 步，共 2 步：住在哪里，到哪一天"
      action={
        <>
          <Submitted of={verify} />
          <Button label="我看过证件，确认" busy={verify.busy || verify.waiting} onTap={submit} />
        </>
      }
    >
      <HomeField
        value={home}
        onChange={setHome}
        {...(tried && seen === null && { error: '请选社区和楼号' })}
      />
      <Field
        label="到哪一天有效"
        kind="date"
        hint="租房的按合同到期那天，最多 5 年"
        value={until}
        onChange={setUntil}
        {...(untilError && { error: untilError })}
      />
      <Button label="上一步" look="quiet" onTap={() => goBackTo('paper')} />
    </Page>
  )
}
