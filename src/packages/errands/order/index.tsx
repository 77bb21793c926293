import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { toTop } from '@/src/platform/toTop'
import { useErrandMenu, useOrderErrand } from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, goTo, replaceBy } from '@/src/routes'
import type { ErrandKind, ErrandOrderer, PartOfDay } from '@/types/errands'
import type { Day } from '@/types/shared/day'
import { Check } from './components/Check'
import { When } from './components/When'
import { cannotSaid, Who } from './components/Who'

/** Ordering help: for whom, what, when; then all of it once more. */
export default function ErrandOrder() {
  const { kind: chosen = '', forResident } = useRouter().params
  const reading = useErrandMenu(forResident)
  const menu = reading.data
  if (!menu)
    return (
      <Page title="点一项帮忙">
        <Reading of={reading} failed="服务菜单没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  const kind = menu.kinds.find(({ id }) => id === chosen)
  if (!kind)
    return (
      <Page title="点一项帮忙" action={<Button label="返回" look="quiet" onTap={goBack} />}>
        <Empty label="这一项现在没有了" detail="请返回，看看别的。" drawing="hand" />
      </Page>
    )
  if (menu.family.length === 0)
    return (
      <Page title={kind.name} subtitle={kind.about}>
        <SignIn label="志愿者要知道给谁帮忙" goOn="写好了，继续" />
      </Page>
    )
  return <Form kind={kind} family={menu.family} from={menu.from} until={menu.until} />
}

type FormProps = {
  kind: ErrandKind
  family: readonly ErrandOrderer[]
  from: Day
  until: Day
}

type Step = 'who' | 'what' | 'when' | 'check'

function Form({ kind, family, from, until }: FormProps) {
  const { forResident } = useRouter().params
  const order = useOrderErrand()
  const able = family.filter((member) => cannotSaid(member, kind.id) === null)
  const [chosen, setChosen] = useState<string>()
  const [what, setWhat] = useState('')
  const [cannotLeave, setCannotLeave] = useState(false)
  const [day, setDay] = useState<Day>()
  const [part, setPart] = useState<PartOfDay>()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const orderer = able.find(({ id }) => id === chosen) ?? able[0]
  const steps: Step[] = [...(family.length > 1 ? (['who'] as const) : []), 'what', 'when', 'check']
  const step = steps[at] ?? 'what'
  const mustStay = kind.whoMay === 'cannotLeave'
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  if (!orderer) return <Cannot kind={kind} family={family} />
  const complete = {
    who: true,
    what: what.trim() !== '' && (!mustStay || cannotLeave),
    when: day !== undefined && part !== undefined,
    check: true,
  }
  const goOn = () => {
    if (complete[step]) show(at + 1)
    else setTried(true)
  }
  const send = () => {
    if (day === undefined || part === undefined) return
    order.submit(
      {
        kind: kind.id,
        what: what.trim(),
        day,
        part,
        cannotLeave,
        ...(!orderer.self && { forResident: orderer.id }),
      },
      {
        done: () => {
          showToast('点好了，正在请附近的志愿者')
          replaceBy('myErrands', {
            fresh: '1',
            ...(forResident !== undefined && { forResident }),
          })
        },
        failed: (error) => {
          if (wrongField(error) === 'what' || error.code === 'TextRefused')
            show(steps.indexOf('what'))
          if (error.code === 'DayNotPossible') show(steps.indexOf('when'))
        },
      },
    )
  }
  return (
    <Page
      title={step === 'check' ? '请您看一看，对不对' : kind.name}
      subtitle={`${orderer.self ? '' : `给${orderer.name} · `}第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={order} />
          {step === 'check' ? (
            <Button label="就这样点" busy={order.busy || order.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'who' && (
        <Who kind={kind.id} family={family} value={orderer.id} onChange={setChosen} />
      )}
      {step === 'what' && (
        <>
          <Field
            label="要帮什么忙"
            hint={`${kind.about || kind.name}。写一句就行。附近的志愿者都看得到，不要写名字、门牌、密码和病情`}
            value={what}
            onChange={setWhat}
            most={100}
            {...(tried && what.trim() === '' && { error: '请写一句，比如：厨房的水龙头滴水' })}
          />
          {mustStay && (
            <Switch
              label="出不了门"
              detail="这一项只给出不了门的人"
              on={cannotLeave}
              onChange={setCannotLeave}
            />
          )}
          {mustStay && tried && !cannotLeave && (
            <Notice kind="error" label="真出不了门，请点“出不了门”" />
          )}
        </>
      )}
      {step === 'when' && (
        <>
          <When from={from} until={until} day={day} onDay={setDay} part={part} onPart={setPart} />
          {tried && !complete.when && (
            <Notice kind="error" label="请选一天，再选上午、下午或晚上" />
          )}
        </>
      )}
      {step === 'check' && day !== undefined && part !== undefined && (
        <Check kind={kind} orderer={orderer} what={what} day={day} part={part} />
      )}
    </Page>
  )
}

/** Nobody of the family can order it: why, and what would help. */
function Cannot({ kind, family }: Pick<FormProps, 'kind' | 'family'>) {
  const { forResident } = useRouter().params
  const codeOf = ({ cannot }: ErrandOrderer) => cannot.find((one) => one.kind === kind.id)?.code
  const fixable = family.find((member) =>
    ['HomeNeeded', 'BirthDateNeeded'].includes(codeOf(member) ?? ''),
  )
  return (
    <Page title={kind.name} action={<Button label="返回" look="quiet" onTap={goBack} />}>
      {family.map((member) => (
        <Notice
          key={member.id}
          kind="warn"
          label={`${member.self ? '您' : member.name}现在点不了这一项`}
        >
          {cannotSaid(member, kind.id)}
        </Notice>
      ))}
      {fixable && forResident === undefined && (
        <Button
          label={codeOf(fixable) === 'HomeNeeded' ? '去填住址' : '去填出生日期'}
          onTap={() =>
            goTo('profileEdit', {
              what: codeOf(fixable) === 'HomeNeeded' ? 'home' : 'birthDate',
              ...(!fixable.self && { person: fixable.id }),
            })
          }
        />
      )}
    </Page>
  )
}
