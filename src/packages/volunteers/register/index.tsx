import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useRegister, useStanding } from '@/src/queries/volunteerRecords'
import { goBack } from '@/src/routes'
import { chosenTimes, freeTimes, timesOf } from '@/src/words/freeTimes'
import { policyVersion } from '@/src/words/policyVersion'
import { everySkill, skillNames } from '@/src/words/skills'
import type { Skill } from '@/types/shared/skills'
import { Agreements, type Agreed } from './components/Agreements'
import { Resign } from './components/Resign'

type Known = OutputOf<'volunteers', 'myStanding'>

/** Who fills in the form for whom. */
export type By = 'self' | 'family' | 'staff'

const byOf = (me: KnownMe, forResident: string | undefined): By => {
  if (forResident === undefined || forResident === me.person.id) return 'self'
  return me.dependants.some(({ id }) => id === forResident) ? 'family' : 'staff'
}

/** Registering as a volunteer, or changing it: for me, a child or an elder I act for, or, for staff, a resident. */
export default function VolunteerRegister() {
  const { forResident } = useRouter().params
  const me = useMe().data
  const reading = useStanding(forResident, { enabled: Boolean(me?.person) })
  if (me?.person && reading.data)
    return (
      <Form
        known={reading.data}
        by={byOf({ ...me, person: me.person }, forResident)}
        forResident={forResident}
      />
    )
  return (
    <Page title="登记成志愿者">
      <SignedIn failed="登记没有打开" why="先写上名字，再登记">
        {() => (
          <Reading of={reading} failed="登记没有打开">
            {() => null}
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

const skillOptions = everySkill.map((value) => ({ value, label: skillNames[value] }))

type FormProps = { known: Known; by: By; forResident: string | undefined }

function Form({ known: { name, minor, standing }, by, forResident }: FormProps) {
  const register = useRegister()
  const [step, setStep] = useState<'abilities' | 'agreements'>('abilities')
  const [skills, setSkills] = useState<Skill[]>(standing?.skills ?? [])
  const [free, setFree] = useState(() => chosenTimes(standing?.free ?? []))
  const [wishes, setWishes] = useState(standing?.wishes ?? '')
  const [agreed, setAgreed] = useState<Agreed>({
    listed: standing?.listed ?? false,
    contact: standing?.contact ?? false,
    honours: standing?.honours ?? false,
    adult: false,
    said: undefined,
  })
  const title = by === 'self' ? '登记成志愿者' : `登记${name}成志愿者`
  const who = by === 'self' ? '您' : name
  const show = (next: 'abilities' | 'agreements') => {
    setStep(next)
    toTop()
  }
  const send = () =>
    register.submit(
      {
        registration: {
          skills,
          wishes: wishes.trim(),
          free: timesOf(free),
          listed: !minor && agreed.listed,
          contact: !minor && agreed.contact,
          honours: !minor && agreed.honours,
        },
        adult: agreed.adult,
        policy: policyVersion,
        ...(forResident !== undefined && { forResident }),
        ...(agreed.said !== undefined && { said: agreed.said }),
      },
      {
        done: () => {
          showToast(standing ? '改好了' : `登记好了，谢谢${who}`)
          goBack()
        },
        failed: (error) => {
          if (error.code === 'TextRefused' || wrongField(error)) show('abilities')
        },
      },
    )
  if (minor === true && by === 'self')
    return (
      <Page title={title} action={<Button label="返回" onTap={goBack} />}>
        <Notice label="没满 18 岁，请爸爸妈妈来登记">
          请他们在自己的手机上打开“志愿服务”，在“家里人”里替您登记。
        </Notice>
        {standing && <Resign who={who} forResident={forResident} />}
      </Page>
    )
  if (step === 'abilities')
    return (
      <Page
        title={title}
        subtitle="第 1 步，共 2 步：会做什么，什么时候有空"
        action={
          <>
            <Submitted of={register} />
            <Button label="下一步" onTap={() => show('agreements')} />
          </>
        }
      >
        <Choice
          many
          label={`${who}会做什么`}
          hint="可以选几样，都不会也欢迎"
          options={skillOptions}
          value={skills}
          onChange={setSkills}
        />
        <Choice
          many
          label="平常什么时候有空"
          hint="可以选几个，说不准就不选"
          options={freeTimes}
          value={free}
          onChange={setFree}
        />
        <Field
          label="还想做什么"
          hint="想说什么就写一句，比如：想跟着学理发"
          optional
          value={wishes}
          onChange={setWishes}
          most={100}
          {...(register.error?.code === 'TextRefused' && {
            error: '这里有不能写的话，请改一改，或者不写',
          })}
        />
        {standing && <Resign who={who} forResident={forResident} />}
      </Page>
    )
  return (
    <Page
      title={title}
      subtitle="第 2 步，共 2 步：同不同意，您来定"
      action={
        <>
          <Submitted of={register} />
          <Button
            label={minor ? `我同意，登记${name}` : standing ? '存下来' : '登记'}
            busy={register.busy || register.waiting}
            onTap={send}
          />
          <Button label="上一步" look="quiet" onTap={() => show('abilities')} />
        </>
      }
    >
      <Agreements by={by} name={name} minor={minor} value={agreed} onChange={setAgreed} />
    </Page>
  )
}
