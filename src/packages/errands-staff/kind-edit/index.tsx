import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useErrandKinds, useSaveErrandKind } from '@/src/queries/errandsStaff'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { categoryNames } from '@/src/words/errands'
import { skillNames } from '@/src/words/skills'
import { minutesSaid } from '@/src/words/volunteers'
import {
  errandCategories,
  type ErrandCategory,
  type ErrandKind,
  type ErrandKindDraft,
} from '@/types/errands'
import type { Skill } from '@/types/shared/skills'

/** Something new on the menu, or changes to one (`kind`). */
export default function ErrandKindEdit() {
  const { kind } = useRouter().params
  const reading = useErrandKinds()
  const me = useMe().data
  const known = reading.data?.kinds.find(({ id }) => id === kind)
  if (me && reading.data && (kind === undefined || known))
    return <Form {...(known && { kind: known })} />
  return (
    <Page title="改服务菜单" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      <Reading of={reading} failed="服务菜单没有打开">
        {() => <Empty label="这一项没有找到" detail="请返回，在菜单里再找一找。" drawing="hand" />}
      </Reading>
    </Page>
  )
}

/** Nodes of the roles that keep the menu, and the one it is on. */
const useMenuNodes = (): ReadonlyArray<{ value: string; label: string }> => {
  const held = (useMe().data?.roles ?? []).filter(({ role }) =>
    ['communityStaff', 'centreStaff'].includes(role),
  )
  return [...new Map(held.map(({ node, nodeName }) => [node, nodeName]))].map(([value, label]) => ({
    value,
    label,
  }))
}

const whoNames: Readonly<Record<ErrandKindDraft['whoMay'], { label: string; detail: string }>> = {
  anybody: { label: '住这里的都能点', detail: '不用先确认身份' },
  verified: { label: '确认过身份的居民', detail: '上门的服务建议选这个' },
  cannotLeave: { label: '出不了门的居民', detail: '确认过身份，点的时候说一声出不了门' },
}

const whoOptions = (Object.keys(whoNames) as ErrandKindDraft['whoMay'][]).map((value) => ({
  value,
  ...whoNames[value],
}))

const categories = errandCategories.map((value) => ({ value, label: categoryNames[value] }))

const allSkills = Object.keys(skillNames) as Skill[]

/** Time is planned in quarters of an hour. */
const quarter = 15

const steps = ['what', 'who', 'how'] as const
type Step = (typeof steps)[number]

const titles: Readonly<Record<Step, string>> = {
  what: '是什么事',
  who: '谁能点',
  how: '怎么做',
}

function Form({ kind }: { kind?: ErrandKind }) {
  const save = useSaveErrandKind()
  const nodes = useMenuNodes()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [category, setCategory] = useState<ErrandCategory>(kind?.category ?? 'repairs')
  const [place, setPlace] = useState(kind?.place ?? 1)
  const [name, setName] = useState(kind?.name ?? '')
  const [about, setAbout] = useState(kind?.about ?? '')
  const [cost, setCost] = useState(kind?.cost ?? '')
  const [chosen, setChosen] = useState(kind?.node)
  const [whoMay, setWhoMay] = useState<ErrandKindDraft['whoMay']>(kind?.whoMay ?? 'verified')
  const [age, setAge] = useState(kind?.fromAge === null || !kind ? '' : String(kind.fromAge))
  const [able, setAble] = useState<Skill[]>(kind?.skills ?? [])
  const [quarters, setQuarters] = useState(Math.max(1, Math.round((kind?.minutes ?? 60) / quarter)))
  const [atHome, setAtHome] = useState(kind?.atHome ?? true)
  const [retired, setRetired] = useState(kind?.retired ?? false)
  const step = steps[at] ?? 'what'
  const node = chosen ?? nodes[0]?.value ?? ''
  const fromAge = age === '' ? null : Number(age)
  const wrongAge = fromAge !== null && !(fromAge >= 1 && fromAge <= 120)
  const complete = { what: name.trim() !== '', who: !wrongAge, how: true }[step]
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () => {
    if (complete) show(at + 1)
    else setTried(true)
  }
  const send = () =>
    save.submit(
      {
        ...(kind && { kind: kind.id, rev: kind.rev }),
        draft: {
          category,
          place,
          name: name.trim(),
          about: about.trim(),
          node,
          whoMay,
          fromAge,
          skills: able,
          minutes: quarters * quarter,
          atHome,
          cost: cost.trim(),
          retired,
        },
      },
      {
        done: () => {
          showToast(kind ? '改好了，以后点的按新的' : '加好了，居民现在就能点')
          goBack()
        },
        failed: (error) => {
          if (['draft.name', 'draft.about', 'draft.cost'].includes(wrongField(error) ?? '')) show(0)
        },
      },
    )
  // One that lies on a node above mine stays there: only who answers for that node moves it.
  const places = nodes.some(({ value }) => value === node)
    ? nodes
    : [...nodes, { value: node, label: '现在的范围' }]
  return (
    <Page
      wide
      title={titles[step]}
      subtitle={`${kind ? `改“${kind.name}”` : '加一项'} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          {step === 'how' ? (
            <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'what' && (
        <>
          <Field
            label="叫什么"
            hint="比如：修水龙头"
            most={12}
            value={name}
            onChange={setName}
            {...(tried && name.trim() === '' && { error: '请写上叫什么，最多 12 个字' })}
          />
          <Field
            label="帮到什么程度"
            hint="比如：换垫圈、换龙头，不改水管"
            optional
            most={100}
            value={about}
            onChange={setAbout}
          />
          <Field
            label="要花什么钱"
            hint="比如：换零件的钱自己出。不收钱就空着"
            optional
            most={60}
            value={cost}
            onChange={setCost}
          />
          <Choice label="归在哪一类" options={categories} value={category} onChange={setCategory} />
          <Stepper
            label="在这一类里排第几"
            unit="位"
            least={1}
            most={99}
            value={place}
            onChange={setPlace}
          />
          {places.length > 1 && (
            <Choice label="给哪里的居民" options={places} value={node} onChange={setChosen} />
          )}
        </>
      )}
      {step === 'who' && (
        <>
          <Choice label="谁能点" options={whoOptions} value={whoMay} onChange={setWhoMay} />
          <Field
            label="多少岁以上"
            kind="number"
            hint="不限年龄就空着"
            optional
            most={3}
            value={age}
            onChange={setAge}
            {...(tried && wrongAge && { error: '请填 1 到 120 之间的数' })}
          />
        </>
      )}
      {step === 'how' && (
        <>
          <Switch
            label="要到家里去"
            detail="两位确认过身份的志愿者一起去"
            on={atHome}
            onChange={setAtHome}
          />
          <Stepper
            label={`大约 ${minutesSaid(quarters * quarter)}`}
            unit="刻钟"
            least={1}
            most={480 / quarter}
            value={quarters}
            onChange={setQuarters}
          />
          <Choice
            many
            label="要会什么"
            hint="会其中一样就行，最多选五样。谁都能做就不选"
            options={allSkills.map((value) => ({
              value,
              label: skillNames[value],
              off: able.length >= 5 && !able.includes(value),
            }))}
            value={able}
            onChange={setAble}
          />
          {kind && (
            <Switch
              label="停掉这一项"
              detail="居民不能再点，已经点的照办"
              on={retired}
              onChange={setRetired}
            />
          )}
        </>
      )}
    </Page>
  )
}
