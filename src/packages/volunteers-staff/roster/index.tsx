import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import {
  useCallOffShift,
  useEnterHours,
  usePutOnShift,
  useSetLeader,
  useShiftRoster,
  useTakeOffShift,
} from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { skillNames } from '@/src/words/skills'
import { whenSaid } from '@/src/words/time'
import { minutesSaid, shiftKinds, shiftSaid, shiftWhenSaid } from '@/src/words/volunteers'
import type { Shift } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { IssueScreen } from './components/IssueScreen'
import './index.scss'

type Roster = OutputOf<'volunteers', 'shiftRoster'>
type OnShift = Roster['people'][number]

/** Who is on a shift: putting on who said yes by phone, taking off who is ill, and the hours afterwards. */
export default function RosterPage() {
  const { shift: id = '' } = useRouter().params
  const reading = useShiftRoster(id)
  const cached = cachedAt(reading)
  const finds = useHolds()('communityStaff', 'centreStaff')
  const [adding, setAdding] = useState(false)
  const shift = reading.data?.shift
  const open = shift !== undefined && shift.state === 'open' && now() < shift.endsAt
  const add = (next: boolean) => {
    setAdding(next)
    toTop()
  }
  if (adding && shift) return <PutOn shift={shift} onClose={() => add(false)} />
  return (
    <Page
      wide
      title={shift?.title ?? '这一班'}
      {...(shift && { subtitle: `${shiftWhenSaid(shift, now())}，${shift.placeName}` })}
      {...(cached && { cachedAt: cached })}
      {...(open &&
        finds && {
          action: <Button label="加一位志愿者" drawing="plus" onTap={() => add(true)} />,
        })}
    >
      <Reading of={reading} failed="这一班没有打开">
        {(roster) => <People roster={roster} open={open} issues={finds} />}
      </Reading>
    </Page>
  )
}

function People({ roster, open, issues }: { roster: Roster; open: boolean; issues: boolean }) {
  const { shift, people } = roster
  const [ending, setEnding] = useState(false)
  return (
    <>
      {shift.state === 'calledOff' && <Notice kind="warn" label="这一班取消了" />}
      <Card label={`要 ${shift.needed} 人，有 ${shift.confirmed} 人`}>
        <Figure
          label={shiftKinds[shift.kind].label}
          value={`${shift.confirmed} 人`}
          reason={`要 ${shift.needed} 人`}
        />
        <View>
          <Tag {...shiftSaid(shift)} />
          {shift.post !== null && <Tag label="固定的岗" tone="blue" drawing="calendar" />}
        </View>
        {shift.skills.length > 0 && (
          <View>要会{shift.skills.map((skill) => skillNames[skill]).join('、')}</View>
        )}
        {shift.bring !== '' && <View>要带：{shift.bring}</View>}
        {shift.insurance !== '' && <View>保险：{shift.insurance}</View>}
        {shift.phone !== null && <View>值班电话：{shift.phone}</View>}
      </Card>
      {people.length > 0 && people.every(({ leads }) => !leads) && open && (
        <Notice label="还没有定谁带班">
          带班的人替大家签到、确认时长。点下面名字里的“请他带班”。
        </Notice>
      )}
      {people.length === 0 ? (
        <Empty label="还没有人" detail="志愿者点“我来”，或者您替他加上。" drawing="heart" />
      ) : (
        <View className="shift-roster">
          {people.map((one) => (
            <PersonCard key={one.person} shift={shift} one={one} open={open} />
          ))}
        </View>
      )}
      <Printing
        label="打印名单"
        sheet={{
          title: `${shift.title} 志愿者名单`,
          notes: [
            `${shiftWhenSaid(shift, now())} · ${shift.placeName} · ${whenSaid(now(), now())} 打印`,
          ],
          tables: [
            {
              title: null,
              columns: ['序号', '姓名', '电话', '到', '走', '签名'],
              rows: people.map(({ name, phoneMasked, leads }, i) => [
                String(i + 1),
                leads ? `${name}（带班）` : name,
                phoneMasked ?? '',
                '',
                '',
                '',
              ]),
            },
          ],
        }}
      />
      {shift.state === 'open' && (
        <>
          <Button
            label="点到、点走"
            look="secondary"
            drawing="check"
            onTap={() => goTo('leadShift', { shift: shift.id })}
          />
          {open && (
            <Button
              label="放大签到码"
              look="quiet"
              drawing="qr"
              onTap={() => goTo('shiftScreen', { shift: shift.id })}
            />
          )}
          {open && issues && <IssueScreen shift={shift.id} />}
        </>
      )}
      {open && (
        <Button
          label={shift.followsService ? '改人数' : '改时间、地点、人数'}
          look="quiet"
          drawing="pen"
          onTap={() => goTo('shiftEdit', { shift: shift.id })}
        />
      )}
      {open && !shift.followsService && (
        <Button
          label={now() > shift.startsAt ? '提前结束这一班' : '这一班不要了'}
          look="danger"
          onTap={() => setEnding(true)}
        />
      )}
      {ending && <CallOff shift={shift} onBack={() => setEnding(false)} />}
    </>
  )
}

type PersonProps = { shift: Shift; one: OnShift; open: boolean }

function PersonCard({ shift, one, open }: PersonProps) {
  const [leaving, setLeaving] = useState(false)
  const { person, name, phoneMasked, at, by, minutes, leads, swap } = one
  const over = now() >= shift.endsAt
  return (
    <Card label={name}>
      <Heading label={name} />
      <View>
        {[
          phoneMasked,
          by === null ? `${whenSaid(at, now())} 自己报的` : `${whenSaid(at, now())} ${by}排的`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View>
        {minutes > 0 && <Tag label={`记了 ${minutesSaid(minutes)}`} tone="pine" drawing="clock" />}
        {leads && <Tag label="带班" tone="gold" drawing="person" />}
        {swap && <Tag label={swapSaid(one)} tone="gold" drawing="hand" />}
      </View>
      {open && swap?.takenBy && (
        <Button
          label="去答复换班"
          fuller={`去答复换班，${name}`}
          look="secondary"
          drawing="hand"
          onTap={() => goTo('swaps')}
        />
      )}
      <View className="shift-roster__acts">
        {over && minutes === 0 && shift.state === 'open' && <WholeShift shift={shift} one={one} />}
        {over && shift.state === 'open' && (
          <Button
            label={minutes === 0 ? '记别的时长' : '更正时长'}
            fuller={`${minutes === 0 ? '记别的时长' : '更正时长'}，${name}`}
            look="quiet"
            onTap={() => goTo('personHours', { person, shift: shift.id })}
          />
        )}
        {open && <Leads shift={shift} one={one} />}
        {open && (
          <Button
            label="来不了"
            fuller={`来不了，${name}`}
            look="quiet"
            onTap={() => setLeaving(true)}
          />
        )}
      </View>
      {leaving && <TakeOff shift={shift} one={one} onBack={() => setLeaving(false)} />}
    </Card>
  )
}

const swapSaid = ({ swap }: OnShift): string =>
  swap?.takenBy ? `${swap.takenBy.name}愿意替他，等您同意` : '想换班，还没人接'

/** Who leads is asked on the spot, ticks the others and confirms their hours. */
function Leads({ shift, one: { person, name, leads } }: { shift: Shift; one: OnShift }) {
  const lead = useSetLeader()
  return (
    <>
      <Submitted of={lead} />
      <Button
        label={leads ? '不带班了' : '请他带班'}
        fuller={`${leads ? '不带班了' : '请他带班'}，${name}`}
        look="quiet"
        busy={lead.busy || lead.waiting}
        onTap={() =>
          lead.submit(
            { shift: shift.id, person: leads ? null : person },
            { done: () => showToast(leads ? '好的，现在没有人带班' : `定了，${name}带班`) },
          )
        }
      />
    </>
  )
}

const minute = 60_000

/** Most stay from the beginning to the end: one tap writes that down, and a second person confirms it. */
function WholeShift({ shift, one }: { shift: Shift; one: OnShift }) {
  const enter = useEnterHours()
  const minutes = Math.round((shift.endsAt - shift.startsAt) / minute)
  return (
    <>
      <Submitted of={enter} />
      <Button
        label={`记 ${minutesSaid(minutes)}`}
        fuller={`记 ${minutesSaid(minutes)}，${one.name}`}
        look="secondary"
        drawing="clock"
        busy={enter.busy || enter.waiting}
        onTap={() =>
          enter.submit(
            {
              person: one.person,
              shift: shift.id,
              day: dayOf(shift.startsAt),
              minutes,
              what: shift.title,
            },
            { done: () => showToast('记上了，等另一位同事确认') },
          )
        }
      />
    </>
  )
}

function TakeOff({ shift, one, onBack }: { shift: Shift; one: OnShift; onBack: () => void }) {
  const takeOff = useTakeOffShift()
  const [because, setBecause] = useState('')
  const why = because.trim()
  return (
    <Sheet
      label={`${one.name}来不了吗？`}
      yes={{
        label: '是的，来不了',
        danger: true,
        busy: takeOff.busy,
        onTap: () =>
          takeOff.submit(
            { shift: shift.id, person: one.person, ...(why && { because: why }) },
            { done: onBack },
          ),
      }}
      back={takeOff.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>
        {shift.kind === 'barber'
          ? '少一位理发师，排在最后的几个号马上会收到通知。'
          : '空出来的位子，别的志愿者马上看得到。'}
      </View>
      <Field
        label="为什么"
        optional
        hint="他和社区负责人会看到"
        value={because}
        onChange={setBecause}
        most={60}
      />
      <Submitted of={takeOff} />
    </Sheet>
  )
}

function CallOff({ shift, onBack }: { shift: Shift; onBack: () => void }) {
  const callOff = useCallOffShift()
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const begun = now() > shift.startsAt
  const send = () => {
    setMissing(!because.trim())
    if (!because.trim()) return
    callOff.submit(
      { shift: shift.id, because: because.trim() },
      {
        done: ({ told }) => {
          showToast(`${begun ? '结束' : '取消'}了，会告诉 ${told} 个人`)
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={begun ? '现在就结束这一班吗？' : '这一班不要了吗？'}
      yes={{
        label: begun ? '是的，结束' : '是的，取消',
        danger: true,
        busy: callOff.busy,
        onTap: send,
      }}
      back={callOff.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>
        说好要来的 {shift.confirmed} 位马上会收到通知。
        {begun ? '已经来了的，时长算到现在；还没到的，不用来了。' : ''}
        {begun ? '结束' : '取消'}以后不能恢复。
      </View>
      <Field
        label="为什么"
        hint="志愿者会看到"
        value={because}
        onChange={setBecause}
        most={100}
        {...(missing && !because.trim() && { error: '请写一句原因' })}
      />
      <Submitted of={callOff} />
    </Sheet>
  )
}

function PutOn({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const putOn = usePutOnShift()
  return (
    <Page
      wide
      title="加一位志愿者"
      subtitle={`${shift.title}，先跟他说好再加`}
      action={<Button label="返回" look="quiet" onTap={onClose} />}
    >
      <Submitted of={putOn} />
      <FindPerson
        label="谁来"
        onPick={({ id, name }) =>
          putOn.submit(
            { shift: shift.id, person: id },
            {
              done: () => {
                showToast(`${name}加上了，会收到通知`)
                onClose()
              },
            },
          )
        }
      />
    </Page>
  )
}
