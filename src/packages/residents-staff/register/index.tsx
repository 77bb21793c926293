import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { HomeField } from '@/src/packages/residents/components/HomeField'
import { homeOf, noHome } from '@/src/packages/residents/components/HomeField/home'
import { useRegisterPerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'

/**
 * A record for somebody without a phone: who it is, then where they live. What is registered is not yet confirmed: that is
 * the next page.
 */
export default function Register() {
  const register = useRegisterPerson()
  const [step, setStep] = useState<'who' | 'where'>('who')
  const [name, setName] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [phone, setPhone] = useState('')
  const [home, setHome] = useState(noHome)
  const [tried, setTried] = useState(false)
  const lives = homeOf(home)
  const wrong = wrongField(register.error)
  const goOn = () => {
    setTried(name.trim() === '')
    if (name.trim() !== '') setStep('where')
  }
  const goBackTo = (earlier: 'who') => {
    setTried(false)
    setStep(earlier)
  }
  const submit = () => {
    setTried(lives === null)
    if (lives === null) return
    register.submit(
      {
        name: name.trim(),
        ...(birthDate && { birthDate }),
        ...(phone && { phone }),
        home: lives,
      },
      {
        done: ({ id, name: registered }) => {
          showToast(`${registered}登记好了`)
          replaceBy('person', { person: id })
        },
        failed: (error) => {
          const about = wrongField(error)
          if (error.code === 'BirthDateInFuture' || (about && !about.startsWith('home')))
            goBackTo('who')
        },
      },
    )
  }
  const nameError =
    (tried && name.trim() === '' && '请写上名字') || (wrong === 'name' && '名字最多 20 个字')
  const dateError = register.error?.code === 'BirthDateInFuture' && '请再看看年份'
  const phoneError = wrong === 'phone' && '电话好像不对，请再看看'
  if (step === 'who')
    return (
      <Page
        wide
        title="登记居民"
        subtitle="第 1 步，共 2 步：是谁"
        action={
          <>
            <Submitted of={register} />
            <Button label="下一步" onTap={goOn} />
          </>
        }
      >
        <View>给没有手机、没有登记过的人。请先“找人”，看看是不是已经登记过。</View>
        <Field
          label="名字"
          most={20}
          value={name}
          onChange={setName}
          {...(nameError && { error: nameError })}
        />
        <Field
          label="出生日期"
          kind="date"
          optional
          value={birthDate}
          onChange={setBirthDate}
          {...(dateError && { error: dateError })}
        />
        <Field
          label="家里电话"
          kind="phone"
          optional
          value={phone}
          onChange={setPhone}
          {...(phoneError && { error: phoneError })}
        />
      </Page>
    )
  return (
    <Page
      wide
      title={`登记${name.trim()}`}
      subtitle="第 2 步，共 2 步：住在哪里"
      action={
        <>
          <Submitted of={register} />
          <Button label="登记" busy={register.busy || register.waiting} onTap={submit} />
        </>
      }
    >
      <HomeField
        value={home}
        onChange={setHome}
        {...(tried && lives === null && { error: '请选社区和楼号' })}
      />
      <Button label="上一步" look="quiet" onTap={() => goBackTo('who')} />
    </Page>
  )
}
