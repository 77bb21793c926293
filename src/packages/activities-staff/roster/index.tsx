import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOn } from '@/domain/activities/checkIn'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { useRoster } from '@/src/queries/activitiesStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { QueueState } from '../components/QueueState'
import { Completion } from './components/Completion'
import { Draw } from './components/Draw'
import { Heads } from './components/Heads'
import { RosterLine } from './components/RosterLine'
import { ScanResults } from './components/ScanResults'
import { SessionPicker } from './components/SessionPicker'
import { TickAll } from './components/TickAll'
import { filtersOf, linesOf, type Filter, type Roster } from './filters'
import { canTick, sessionNow } from './sessions'
import { usePendingTicks } from './pendingTicks'
import { rosterSheet } from './rosterSheet'
import { useScanning } from './scanning'
import './index.scss'

/** Who takes part, and who is here: ticked by name, scanned by card, also without a network. */
export default function RosterPage() {
  const { activity = '' } = useRouter().params
  const reading = useRoster(activity)
  const [chosen, setChosen] = useState<number>()
  const roster = reading.data
  const session = chosen ?? (roster ? sessionNow(roster.sessionTimes, now()) : 0)
  const scanning = useScanning(activity, session)
  const cached = cachedAt(reading)
  const times = roster?.sessionTimes[session]
  const scans =
    times !== undefined && roster?.card.state === 'published' && isOn(times, now()) ? (
      <Button
        label={scanning.scans.length > 0 ? '扫下一位' : '扫会员码签到'}
        drawing="camera"
        onTap={scanning.start}
      />
    ) : undefined
  return (
    <Page
      wide
      title={roster?.card.title ?? '名单和签到'}
      {...(roster && { subtitle: roster.card.placeName })}
      {...(cached && { cachedAt: cached })}
      {...(scans && { action: scans })}
    >
      <Reading of={reading} failed="名单没有打开">
        {(value) => (
          <>
            <QueueState />
            {scanning.notACard && (
              <Notice kind="error" label="这不是会员码">
                请对方打开“我的码”，或者拿出纸卡，再扫一次。
              </Notice>
            )}
            <ScanResults scans={scanning.scans} />
            {value.card.state === 'withdrawn' && <Notice kind="warn" label="这次活动已经取消了" />}
            <SessionPicker
              times={value.sessionTimes}
              session={session}
              present={value.present}
              onChange={setChosen}
            />
            <Lines
              activity={activity}
              roster={value}
              session={session}
              readAt={reading.dataUpdatedAt}
            />
            <Heads activity={activity} roster={value} session={session} />
            <Draw activity={activity} roster={value} />
            <Links activity={activity} roster={value} session={session} />
          </>
        )}
      </Reading>
    </Page>
  )
}

type PartProps = { activity: string; roster: Roster; session: number }

/** A mini-program page holds less than 1000 elements; a class is rarely larger than this. */
const pageSize = 20

function Lines({ activity, roster, session, readAt }: PartProps & { readAt: number }) {
  const [wanted, setWanted] = useState<Filter>('in')
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(pageSize)
  const [all, setAll] = useState<{ persons: ReadonlySet<string>; readAt: number }>()
  const pending = usePendingTicks(activity, session)
  const filters = filtersOf(roster, session)
  const filter = filters.some(({ value }) => value === wanted) ? wanted : 'in'
  const lines = linesOf(roster, filter, session, typed)
  const tickedWithAll = (person: string) => all?.readAt === readAt && all.persons.has(person)
  const notTicked = roster.lines.filter(
    ({ person, state, attendance }) =>
      state === 'in' &&
      (attendance[session] ?? null) === null &&
      !pending.of.has(person) &&
      !tickedWithAll(person),
  )
  const times = roster.sessionTimes[session]
  const ticks = times !== undefined && canTick(times, now()) && roster.card.state === 'published'
  return (
    <>
      <Tabs
        label="看哪些人"
        tabs={filters}
        value={filter}
        onChange={(value) => {
          setWanted(value)
          setShown(pageSize)
        }}
      />
      {roster.lines.length > pageSize && (
        <Field
          label="找名字"
          hint="名字，或手机后四位"
          value={typed}
          onChange={setTyped}
          most={20}
        />
      )}
      {pending.waiting > 0 && (
        <Notice
          kind="warn"
          label={`网络不好，点名的 ${pending.waiting} 个已经替您记下，连上后自动提交`}
        />
      )}
      {ticks && typed === '' && (filter === 'in' || filter === 'notHere') && (
        <TickAll
          activity={activity}
          session={session}
          lines={notTicked}
          onTicked={(persons) => setAll({ persons, readAt })}
        />
      )}
      {roster.toCall.length > 0 && (
        <Notice kind="warn" label="快开始了，不再自动候补">
          还有空位，请给排队的人打电话，说好了再点“让他补上”。
        </Notice>
      )}
      {lines.length === 0 ? (
        <Empty
          label={typed ? '没有找到这个名字' : '还没有人'}
          detail={
            typed ? '换个写法，或者看看别的分类。' : '有人报名会马上出现在这里，也可以替人报名。'
          }
        />
      ) : (
        <View className="roster">
          {lines.slice(0, shown).map((line) => (
            <RosterLine
              key={line.person}
              activity={activity}
              session={session}
              line={line}
              questions={roster.questions}
              sessions={roster.sessionTimes.length}
              ticks={ticks}
              pending={pending.of.get(line.person)}
              readAt={readAt}
              tickedWithAll={tickedWithAll(line.person)}
              promotes={roster.toCall.includes(line.person)}
            />
          ))}
        </View>
      )}
      {lines.length > shown && (
        <Button
          label={`还有 ${lines.length - shown} 人，再看一些`}
          look="secondary"
          onTap={() => setShown(shown + pageSize)}
        />
      )}
    </>
  )
}

/** What else is done about an activity. Publishing belongs to the community and the centre. */
function Links({ activity, roster, session }: PartProps) {
  const holds = useHolds()
  const publishes = holds('communityStaff', 'centreStaff')
  const open = roster.card.state === 'published' && now() < roster.card.endsAt
  return (
    <Card label="还可以做">
      <View>
        <Tag label={`共 ${roster.card.seats} 个名额，剩 ${roster.card.left} 个`} />
        {roster.heldLeft > 0 && (
          <Tag label={`另留 ${roster.heldLeft} 个给替人报名`} tone="blue" drawing="hand" />
        )}
      </View>
      <View className="roster__links">
        {open && publishes && (
          <Button
            label="替人报名"
            look="quiet"
            drawing="person"
            onTap={() => goTo('forSomeone', { activity })}
          />
        )}
        {open && (
          <Button
            label="显示签到码"
            look="quiet"
            drawing="qr"
            onTap={() => goTo('venue', { activity })}
          />
        )}
      </View>
      <More label="更多">
        <View className="roster__links">
          {open && publishes && (
            <Button
              label="给墙上的屏幕发链接"
              look="quiet"
              onTap={() => goTo('displays', { activity })}
            />
          )}
          {open && publishes && (
            <Button label="打海报" look="quiet" onTap={() => goTo('poster', { activity })} />
          )}
          <Printing label="打印名单" sheet={rosterSheet(roster, session)} />
          {open && publishes && (
            <Button
              label="修改或取消活动"
              look="quiet"
              drawing="pen"
              onTap={() => goTo('publish', { activity })}
            />
          )}
          {publishes && (
            <Button
              label="照着再办一次"
              look="quiet"
              onTap={() => goTo('publish', { copy: activity })}
            />
          )}
        </View>
        {roster.sessionTimes.length > 1 && <Completion activity={activity} />}
      </More>
    </Card>
  )
}
