import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useSaveTeam, useTeamMembers } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goBack, goTo, replaceBy } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import { placesSaid } from '@/src/words/volunteers'
import type { Team } from '@/types/volunteers'

type Members = OutputOf<'volunteers', 'teamMembers'>

/** A team as its staff see it: who is in it and who leads it; without a `team`, a new one. */
export default function TeamEdit() {
  const { team: id } = useRouter().params
  const reading = useTeamMembers(id)
  const cached = cachedAt(reading)
  const known = useMe().data !== undefined
  const [editing, setEditing] = useState(false)
  const edit = (next: boolean) => {
    setEditing(next)
    toTop()
  }
  if (id === undefined && known) return <Form onDone={goBack} />
  if (editing && reading.data) return <Form members={reading.data} onDone={() => edit(false)} />
  return (
    <Page
      wide
      title={reading.data?.team.name ?? '志愿队'}
      {...(reading.data && { subtitle: placesSaid(reading.data.team).label })}
      {...(cached && { cachedAt: cached })}
      {...(reading.data && {
        action: <Button label="改名字、人数、队长" drawing="pen" onTap={() => edit(true)} />,
      })}
    >
      <Reading of={reading} failed="这支队没有打开">
        {(members) => <People members={members} />}
      </Reading>
    </Page>
  )
}

function People({ members: { team, people } }: { members: Members }) {
  if (people.length === 0)
    return (
      <Empty
        label="队里还没有人"
        detail="志愿者自己点“加入”，或者打开他的志愿档案，替他加入。"
        drawing="family"
      />
    )
  return (
    <>
      <Rows label="队员">
        {people.map(({ person, name, phoneMasked }) => (
          <Row
            key={person}
            label={name}
            detail={phoneMasked ?? '没有登记电话'}
            drawing="person"
            colour="pine"
            {...(person === team.leader?.id && { saying: '队长' })}
            onTap={() => goTo('volunteer', { person })}
          >
            {person === team.leader?.id && <Tag label="队长" tone="gold" drawing="check" />}
          </Row>
        ))}
      </Rows>
      <Printing
        label="打印名单"
        sheet={{
          title: `${team.name} 名单`,
          notes: [
            [team.leader && `队长：${team.leader.name}`, `${whenSaid(now(), now())} 打印`]
              .filter(Boolean)
              .join(' · '),
          ],
          tables: [
            {
              title: null,
              columns: ['序号', '姓名', '电话', '签名'],
              rows: people.map(({ name, phoneMasked }, i) => [
                String(i + 1),
                name,
                phoneMasked ?? '',
                '',
              ]),
            },
          ],
        }}
      />
    </>
  )
}

/** Nodes of the roles that may have teams. */
const useNodes = (): ReadonlyArray<{ value: string; label: string }> => {
  const held = (useMe().data?.roles ?? []).filter(({ role }) =>
    ['communityStaff', 'centreStaff'].includes(role),
  )
  return [...new Map(held.map(({ node, nodeName }) => [node, nodeName]))].map(([value, label]) => ({
    value,
    label,
  }))
}

/** As many as one team holds. */
const mostInTeam = 100

/** As many as most teams have. */
const usual = 20

function Form({ members, onDone }: { members?: Members; onDone: () => void }) {
  const save = useSaveTeam()
  const nodes = useNodes()
  const team: Team | undefined = members?.team
  // Read again under the form, it would not be what was opened.
  const [rev] = useState(team?.rev)
  const [name, setName] = useState(team?.name ?? '')
  const [about, setAbout] = useState(team?.about ?? '')
  const [most, setMost] = useState(team?.most ?? usual)
  const [open, setOpen] = useState(team?.open ?? true)
  const [leader, setLeader] = useState(team?.leader?.id ?? 'none')
  const [node, setNode] = useState<string>()
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(name.trim() === '')
    if (name.trim() === '') return
    save.submit(
      {
        ...(team && { team: team.id }),
        ...(rev !== undefined && { rev }),
        draft: {
          name: name.trim(),
          about: about.trim(),
          most,
          open,
          leader: leader === 'none' ? null : leader,
          ...(!team && { node: node ?? nodes[0]?.value }),
        },
      },
      {
        done: (saved) => {
          showToast(team ? '改好了' : '成立了，志愿者现在就能加入')
          if (team) onDone()
          else replaceBy('teamEdit', { team: saved.id })
        },
      },
    )
  }
  const nameError =
    (tried && name.trim() === '' && '请写队名，比如：夕阳红巡逻队') ||
    (wrongField(save.error) === 'draft.name' && '请写短一点，最多 20 个字')
  return (
    <Page
      wide
      title={team ? '改这支队' : '成立一支队'}
      action={
        <>
          <Submitted of={save} />
          <Button label={team ? '存下来' : '成立'} busy={save.busy || save.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onDone} />
        </>
      }
    >
      <Field
        label="队名"
        value={name}
        onChange={setName}
        most={20}
        {...(nameError && { error: nameError })}
      />
      <Field
        label="做什么"
        hint="比如：每天傍晚在小区走一圈"
        optional
        value={about}
        onChange={setAbout}
        most={100}
      />
      <Stepper
        label="最多几个人"
        unit="人"
        least={Math.max(2, team?.members ?? 2)}
        most={mostInTeam}
        value={most}
        onChange={setMost}
      />
      {team ? (
        <>
          <Switch label="还收人" detail="关掉以后，别人不能再加入" on={open} onChange={setOpen} />
          <Choice
            label="队长"
            options={[
              { value: 'none', label: '先不定' },
              ...(members?.people ?? []).map((one) => ({ value: one.person, label: one.name })),
            ]}
            value={leader}
            onChange={setLeader}
          />
        </>
      ) : (
        nodes.length > 1 && (
          <Choice
            label="哪里的队"
            options={nodes}
            value={node ?? nodes[0]?.value}
            onChange={setNode}
          />
        )
      )}
    </Page>
  )
}
