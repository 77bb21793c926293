import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallError } from '@/src/api/call'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useDishes, useSaveService, useServices } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { addDays } from '@/types/shared/day'
import type { PlannedMeal } from '../meals/components/MealCard'
import { usePlanners } from '../planners'
import { mondayOf } from '../week'
import { CallOff } from './components/CallOff'
import { Check } from './components/Check'
import { Dishes } from './components/Dishes'
import { Ordering } from './components/Ordering'
import { When } from './components/When'
import { Where } from './components/Where'
import {
  draftOf,
  formOf,
  missing,
  newForm,
  refusedAt,
  steps,
  stepTitles,
  stepWith,
  type Form,
  type Step,
  type Wrong,
} from './form'
import './index.scss'

/** How far back a meal is looked for that the new one resembles. */
const daysBack = 14

/** One meal in small steps: a new one for a day, or changes to one that is planned. */
export default function MealEdit() {
  const { service, day = today() } = useRouter().params
  const from = service === undefined ? addDays(day, -daysBack) : mondayOf(day)
  const to = service === undefined ? day : addDays(from, 6)
  const reading = useServices(from, to)
  const title = service === undefined ? '加一餐' : '修改这一餐'
  if (reading.data === undefined)
    return (
      <Page title={title}>
        <Reading of={reading} failed="这一餐没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  const { items } = reading.data
  if (service === undefined) {
    const taken = items.filter((meal) => meal.day === day && meal.state !== 'calledOff')
    const free = (['lunch', 'dinner', 'breakfast'] as const).find(
      (meal) => !taken.some((one) => one.meal === meal),
    )
    const meal = free ?? 'lunch'
    const like = items.filter((one) => one.meal === meal).at(-1) ?? items.at(-1)
    return <Editor begin={newForm(day, meal, like)} shownNames={namesOf(items)} />
  }
  const edited = items.find(({ id }) => id === service)
  if (!edited)
    return (
      <Page title={title} action={<Button label="返回" onTap={goBack} />}>
        <Empty label="这一餐没有了" detail="可能同事刚刚改到别的日子了。" drawing="bowl" />
      </Page>
    )
  return <Editor begin={formOf(edited)} shownNames={namesOf(items)} edits={edited} />
}

/** How dishes are called on the menus of these meals. */
const namesOf = (meals: readonly PlannedMeal[]): ReadonlyMap<string, string> =>
  new Map(meals.flatMap(({ offers }) => offers.map(({ dish, name }) => [dish, name] as const)))

type EditorProps = {
  begin: Form
  shownNames: ReadonlyMap<string, string>
  edits?: PlannedMeal
}

function Editor({ begin, shownNames, edits }: EditorProps) {
  const nodes = usePlanners()
  const dishes = useDishes()
  const save = useSaveService()
  // What was read when the first change was typed is what changes are made to, also when somebody else saved meanwhile.
  const [kept, setKept] = useState({ form: begin, rev: edits?.rev })
  const [typed, setTyped] = useState<Form>()
  const [step, setStep] = useState<Step>(edits ? 'check' : 'when')
  const [reviewed, setReviewed] = useState(edits !== undefined)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const [offline, setOffline] = useState(false)
  const base = edits && typed === undefined ? { form: formOf(edits), rev: edits.rev } : kept
  const overtaken = edits !== undefined && base.rev !== undefined && edits.rev !== base.rev

  const filled = typed ?? base.form
  const form: Form = { ...filled, node: filled.node || (nodes[0]?.id ?? '') }
  const lacking = missing(form)
  const wrong: Wrong = { ...(tried ? lacking : {}), ...refused }
  const names = new Map([
    ...shownNames,
    ...(dishes.data ?? []).map(({ id, name }) => [id, name] as const),
  ])

  const change = (part: Partial<Form>) => {
    setRefused({})
    setKept(base)
    setTyped({ ...form, ...part })
  }
  const show = (next: Step) => {
    setStep(next)
    setTried(false)
    if (next === 'check') setReviewed(true)
    toTop()
  }
  const number = steps.indexOf(step)
  const next = () => {
    setTried(true)
    if (stepWith(lacking) === step) return
    show(reviewed ? 'check' : (steps[number + 1] ?? 'check'))
  }
  const failed = (error: CallError) => {
    const found = refusedAt(error)
    if (!found) return
    setRefused(found)
    setStep(stepWith(found) ?? 'check')
    toTop()
  }
  const send = (publish: boolean) => {
    const lackingStep = stepWith(lacking)
    if (lackingStep) {
      show(lackingStep)
      setTried(true)
      return
    }
    // Sent later by itself, it could be refused when nobody is looking: what was typed stays instead.
    setOffline(!onlineManager.isOnline())
    if (!onlineManager.isOnline()) return
    save.submit(
      {
        ...(edits && { service: edits.id, rev: base.rev ?? edits.rev }),
        draft: draftOf(form),
        publish,
      },
      {
        done: () => {
          showToast(
            publish || (edits && edits.state !== 'draft')
              ? '存好了，居民现在就能看到'
              : '存成草稿了，发布以后居民才看得到',
          )
          goBack()
        },
        failed,
      },
    )
  }

  const back = steps[number - 1]
  const isDraft = !edits || edits.state === 'draft'
  const part = { form, change, wrong }
  const refusedElsewhere = save.error !== null && refusedAt(save.error) === null
  return (
    <Page
      wide
      title={step === 'check' && edits ? '修改这一餐' : stepTitles[step]}
      {...(!reviewed && { subtitle: `第 ${number + 1} 步，共 ${steps.length} 步` })}
      action={
        <>
          {refusedElsewhere && !overtaken && <Submitted of={save} />}
          {offline && (
            <Notice kind="error" label="网络不好，还没有存。您填的都在，连上网再点一次。" />
          )}
          <View className="meal-edit__actions">
            {step !== 'check' && (
              <Button label={reviewed ? '好了，回去看看' : '下一步'} onTap={next} />
            )}
            {step === 'check' && isDraft && (
              <>
                <Button label="发布" busy={save.busy || save.waiting} onTap={() => send(true)} />
                <Button
                  label="先存成草稿"
                  look="secondary"
                  off={save.busy || save.waiting}
                  onTap={() => send(false)}
                />
              </>
            )}
            {step === 'check' && !isDraft && (
              <Button
                label={typed ? '保存修改' : '没有改动'}
                off={!typed}
                busy={save.busy || save.waiting}
                onTap={() => send(false)}
              />
            )}
            {step !== 'check' && back !== undefined && !reviewed && (
              <Button label="上一步" look="quiet" onTap={() => show(back)} />
            )}
          </View>
        </>
      }
    >
      {overtaken && edits && (
        <Notice kind="warn" label="同事刚才改了这一餐">
          <Button
            label="看他改的，重新填"
            look="secondary"
            onTap={() => {
              setTyped(undefined)
              save.reset()
              show('check')
            }}
          />
        </Notice>
      )}
      {step === 'check' &&
        Object.values(refused).map((words) => <Notice key={words} kind="error" label={words} />)}
      {step !== 'check' && (
        <View className="meal-edit__part">
          {step === 'when' && <When {...part} />}
          {step === 'where' && <Where {...part} nodes={nodes} />}
          {step === 'ordering' && <Ordering {...part} />}
          {step === 'dishes' && <Dishes {...part} names={shownNames} />}
        </View>
      )}
      {step === 'check' && (
        <View className="meal-edit__check">
          <View className="meal-edit__part">
            <Check draft={draftOf(form)} names={names} onGo={show} />
          </View>
          {edits && !isDraft && (
            <View className="meal-edit__part">
              <CallOff meal={edits} />
            </View>
          )}
        </View>
      )}
    </Page>
  )
}
