import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useAddDependant, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { relations } from '@/src/words/residents'
import type { Relation } from '@/types/residents'
import { HomeField } from '../../../components/HomeField'
import { homeOf, noHome } from '../../../components/HomeField/home'

type Kind = 'child' | 'elder'

const relationsOf: Readonly<Record<Kind, readonly Relation[]>> = {
  child: ['child', 'grandchild', 'other'],
  elder: ['parent', 'grandparent', 'spouse', 'other'],
}

const words = {
  child: {
    title: '加一个孩子',
    agreed: '我是孩子的监护人',
    detail: '同意登记他的名字和生日，只用来报名、签到，到他满 14 岁为止',
    refused: '请勾选“我是孩子的监护人”，孩子的资料要监护人同意才能登记',
  },
  elder: {
    title: '加一位老人',
    agreed: '他亲口同意了',
    detail: '让我登记他的资料，替他报名、签到',
    refused: '请先问过老人，同意了再勾选',
  },
} as const

/** Two short pages: who it is, then where they live and that they agreed. What was typed stays when either fails. */
export function DependantForm({ kind }: { kind: Kind }) {
  const known = useMe().data?.person
  const add = useAddDependant()
  const [step, setStep] = useState<'who' | 'where'>('who')
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation>()
  const [birthDate, setBirthDate] = useState('')
  const [lives, setLives] = useState<'withMe' | 'elsewhere'>('withMe')
  const [home, setHome] = useState(noHome)
  const [agreed, setAgreed] = useState<'agreed'[]>([])
  const [tried, setTried] = useState(false)
  const { title, agreed: agreement, detail, refused } = words[kind]
  const elsewhere = homeOf(home)

  const missing = {
    name: name.trim() === '' ? '请写上名字' : undefined,
    relation: relation === undefined,
    birthDate: kind === 'child' && birthDate === '' ? '请写上生日，报名时要看年龄' : undefined,
    home: lives === 'elsewhere' && elsewhere === null ? '请选他住在哪栋楼' : undefined,
    agreed: agreed.length === 0,
  }
  const goOn = () => {
    const complete = !missing.name && !missing.relation && !missing.birthDate
    setTried(!complete)
    if (complete) setStep('where')
  }
  const submit = () => {
    const complete = !missing.home && !missing.agreed && relation !== undefined
    setTried(!complete)
    if (!complete) return
    add.submit(
      {
        name: name.trim(),
        relation,
        ...(birthDate && { birthDate }),
        ...(lives === 'elsewhere' && elsewhere && { home: elsewhere }),
        consent: kind === 'child' ? 'guardian' : 'spoken',
      },
      {
        done: () => {
          showToast(`${name.trim()}加好了`)
          goBack()
        },
        failed: (error) => {
          const about = wrongField(error)
          if (about === 'name' || about === 'birthDate' || error.code.startsWith('BirthDate'))
            setStep('who')
        },
      },
    )
  }
  const wrong = wrongField(add.error)
  const nameError = (tried && missing.name) || (wrong === 'name' && '名字最多 20 个字')
  const dateError = tried && missing.birthDate
  const homeError = tried && missing.home
  const first = step === 'who'
  return (
    <Page
      title={title}
      subtitle={first ? '第 1 步，共 2 步' : '第 2 步，共 2 步'}
      {...(known && {
        action: first ? (
          <Button label="下一步" onTap={goOn} />
        ) : (
          <>
            <Submitted of={add} />
            <Button label="加上" busy={add.busy || add.waiting} onTap={submit} />
          </>
        ),
      })}
    >
      <SignedIn failed="没有打开" why="加家人要先登记您的名字">
        {() =>
          first ? (
            <>
              <Submitted of={add} />
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
                hint="按身份证或户口本上的填"
                optional={kind === 'elder'}
                value={birthDate}
                onChange={setBirthDate}
                {...(dateError && { error: dateError })}
              />
              <Choice
                label="他是您的什么人"
                {...(tried && missing.relation && { hint: '请选一个' })}
                options={relationsOf[kind].map((value) => ({ value, label: relations[value] }))}
                value={relation}
                onChange={setRelation}
              />
            </>
          ) : (
            <>
              <Choice
                label={`${name}住在哪里`}
                options={[
                  {
                    value: 'withMe' as const,
                    label: '和我住一起',
                    ...(known?.homeName && { detail: known.homeName }),
                  },
                  { value: 'elsewhere' as const, label: '住在别处' },
                ]}
                value={lives}
                onChange={setLives}
              />
              {lives === 'elsewhere' && (
                <HomeField
                  value={home}
                  onChange={setHome}
                  {...(homeError && { error: homeError })}
                />
              )}
              <Choice
                many
                label="同意"
                {...(tried && missing.agreed && { hint: refused })}
                options={[{ value: 'agreed' as const, label: agreement, detail }]}
                value={agreed}
                onChange={setAgreed}
              />
              <Button label="上一步" look="quiet" onTap={() => setStep('who')} />
            </>
          )
        }
      </SignedIn>
    </Page>
  )
}
