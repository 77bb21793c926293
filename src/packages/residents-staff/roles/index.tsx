import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import {
  useGrantRole,
  useHolds,
  useNodeName,
  useRevokeRole,
  useRoles,
} from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { fullDay, roleNames } from '@/src/words/residents'
import type { PersonLine } from '@/types/residents'
import { addDays, dayOf, instantOf } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { PersonPicker } from '../components/PersonPicker'

type Held = OutputOf<'residents', 'listRoles'>['items'][number]

/** Who holds which role at a node; an admin gives and takes them. */
export default function Roles() {
  const { node = '' } = useRouter().params
  const name = useNodeName(node)
  const reading = useRoles(node)
  const admin = useHolds()('admin')
  const [giving, setGiving] = useState(false)
  if (giving) return <Give node={node} name={name} onDone={() => setGiving(false)} />
  return (
    <Page
      wide
      title={`${name}的岗位`}
      subtitle="岗位管到下面每一级"
      {...(admin && {
        action: <Button label="安排岗位" drawing="plus" onTap={() => setGiving(true)} />,
      })}
    >
      <Reading of={reading} failed="岗位没有打开">
        {({ items }) =>
          items.length === 0 ? (
            <Empty label="这一级还没有人" detail="志愿者不在这里。" drawing="person" />
          ) : (
            <List items={items} node={node} admin={admin} />
          )
        }
      </Reading>
    </Page>
  )
}

const untilSaid = ({ until }: Held): string =>
  until === null ? '' : `，到 ${fullDay(dayOf(until - 1))}`

function List({ items, node, admin }: { items: readonly Held[]; node: string; admin: boolean }) {
  const revoke = useRevokeRole()
  const [asking, setAsking] = useState<Held>()
  const close = () => setAsking(undefined)
  return (
    <>
      <Submitted of={revoke} />
      <Unowned nodes={revoke.value?.unowned ?? []} />
      <Rows label="岗位">
        {items.map((held) => (
          <Row
            key={`${held.person}/${held.role}`}
            label={held.name}
            detail={`${roleNames[held.role]}${untilSaid(held)}`}
            drawing="person"
            colour="blue"
            {...(admin && { onTap: () => setAsking(held) })}
          />
        ))}
      </Rows>
      {asking && (
        <Sheet
          label={`不让${asking.name}做${roleNames[asking.role]}了吗？`}
          yes={{
            label: '取消岗位',
            danger: true,
            busy: revoke.busy || revoke.waiting,
            onTap: () =>
              revoke.submit(
                { person: asking.person, role: asking.role, node },
                { done: close, failed: close },
              ),
          }}
          back="还让他做"
          onBack={close}
        >
          <View>他马上看不到这里的居民和名单。他自己的报名不受影响。</View>
          <View>他负责的地方会空出来，请接着定一位负责人。</View>
        </Sheet>
      )}
    </>
  )
}

/** Places that the role just taken leaves without an owner, each leading to where one is named. */
function Unowned({ nodes }: { nodes: readonly { id: string; name: string }[] }) {
  if (nodes.length === 0) return null
  return (
    <Notice kind="warn" label="这些地方现在还没有负责人">
      {nodes.map(({ id, name }) => (
        <Button
          key={id}
          label={`给${name}定负责人`}
          look="secondary"
          onTap={() => goTo('nodeOwner', { node: id })}
        />
      ))}
    </Notice>
  )
}

/** Volunteers are many and join by themselves; they are not posted here. */
const posts = (Object.keys(roleNames) as StaffRole[]).filter((role) => role !== 'volunteer')

function Give({ node, name, onDone }: { node: string; name: string; onDone: () => void }) {
  const grant = useGrantRole()
  const [person, setPerson] = useState<PersonLine>()
  const [role, setRole] = useState<StaffRole>()
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  if (!person)
    return (
      <Page wide title="给谁安排岗位？" subtitle="他要先用手机登录过常回家">
        <PersonPicker label="找人" onPick={setPerson} />
        <Button label="不安排了" look="quiet" onTap={onDone} />
      </Page>
    )
  const give = () => {
    setTried(role === undefined)
    if (role === undefined) return
    grant.submit(
      // The day named is the last one.
      { person: person.id, role, node, ...(until && { until: instantOf(addDays(until, 1)) }) },
      {
        done: () => {
          showToast(`${person.name}是${roleNames[role]}了`)
          onDone()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={`${person.name}做什么？`}
      subtitle={name}
      action={
        <>
          <Submitted of={grant} />
          <Button label="安排好了" busy={grant.busy || grant.waiting} onTap={give} />
        </>
      }
    >
      <Field
        label="做到哪一天"
        kind="date"
        hint="不写就一直做下去"
        optional
        value={until}
        onChange={setUntil}
      />
      <Choice
        label="岗位"
        {...(tried && role === undefined && { hint: '请选一个' })}
        options={posts.map((value) => ({ value, label: roleNames[value] }))}
        value={role}
        onChange={setRole}
      />
      <Button label="换一个人" look="quiet" onTap={() => setPerson(undefined)} />
    </Page>
  )
}
