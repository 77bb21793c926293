import { View } from '@tarojs/components'
import type { OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { now, today } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { ModeSwitch } from '@/src/design/ModeSwitch'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { useNextMeal } from '@/src/queries/myMeals'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { useShareCard } from '@/src/platform/share'
import { scanCode } from '@/src/platform/scanCode'
import { nextStartOf } from '@/src/words/activities'
import { greetingAt, whenSaid } from '@/src/words/time'
import { monthDay, weekdayOf } from '@/types/shared/day'
import { ChooseCentre } from '../components/ChooseCentre'
import { ShareButton } from '../components/ShareButton'
import { NextMeal } from './components/NextMeal'
import { NextThing } from './components/NextThing'
import { Tile } from './components/Tile'
import './index.scss'

type Shown = OutputOf<'centre', 'today'>

const scan = () => void scanCode().then((text) => text !== null && goTo('scan', { q: text }))

/** The first page names a few; from here on they are many. */
const many = 6

/** What the tile of sign-ups says: how many are open, else when the next opens. */
const openSaid = (open: Shown['open']): string => {
  const at = now()
  const soon = open.filter(({ opensAt }) => at < opensAt)
  const ready = open.length - soon.length
  if (ready > 0) return ready < many ? `${ready} 个可以报名` : '好多活动可以报名'
  const next = Math.min(...soon.map(({ opensAt }) => opensAt))
  return soon.length > 0 ? `${whenSaid(next, at)} 开始` : '看看有什么活动'
}

/** The first page: who I am greeted as, what comes next, what can be done, and somebody to call. */
export default function Today() {
  const centre = useCentre()
  const reading = useToday()
  const shown = reading.data
  useShareCard({
    title: `${shown?.centreName ?? '党群服务中心'}：看活动、报名，都在这里`,
    target: { to: 'centre', centre: centre ?? '' },
  })
  const unknown = reading.error?.code === 'UnknownCentre'
  if (centre === null || unknown)
    return (
      <Page title="常回家" subtitle="党群服务中心" aside={<ModeSwitch />}>
        <ChooseCentre {...(centre !== null && { unknown: centre })} />
      </Page>
    )
  const greeting = shown?.name ? `${shown.name}，${greetingAt(now())}` : greetingAt(now())
  const place = shown?.communityName ?? shown?.centreName
  const cached = cachedAt(reading)
  return (
    <Page
      title={greeting}
      subtitle={[`${monthDay(today())} ${weekdayOf(today())}`, place].filter(Boolean).join(' · ')}
      aside={<ModeSwitch />}
      {...(cached && { cachedAt: cached })}
      {...(shown?.phone && { action: <CallButton label="打电话给社区" phone={shown.phone} /> })}
    >
      <Reading of={reading} failed="今天的内容没有打开">
        {(value) => <Content {...value} centre={centre} />}
      </Reading>
    </Page>
  )
}

function Content({ name, next, open, unread, isStaff, centre }: Shown & { centre: string }) {
  return (
    <>
      <Next things={next} name={name} />
      <News unread={unread} />
      <View className="today__tiles">
        <Tile
          label="吃饭"
          news="看菜单、订餐"
          tone="brick"
          drawing="bowl"
          onTap={() => goTo('menu')}
        />
        <Tile
          label="理发"
          news="每月义剪，点开取号"
          tone="blue"
          drawing="scissors"
          onTap={() => goTo('haircuts')}
        />
        <Tile
          label="报名"
          news={openSaid(open)}
          tone="gold"
          drawing="calendar"
          onTap={() => goTo('activities')}
        />
        <Tile
          label="反映"
          news="有事请说，我们来办"
          tone="blue"
          drawing="bubble"
          onTap={() => goTo('speakUp')}
        />
        <Tile
          label="志愿"
          news="看看哪里要人手"
          tone="pine"
          drawing="heart"
          onTap={() => goTo('volunteerHome')}
        />
        {isStaff && (
          <Tile
            label="工作台"
            news="给工作人员用"
            tone="plain"
            drawing="house"
            onTap={() => goTo('workbench')}
          />
        )}
      </View>
      <Rows label="我的">
        <Row
          label="会员码"
          detail="给工作人员扫"
          drawing="qr"
          colour="pine"
          onTap={() => goTo('memberCode')}
        />
        <Row
          label="扫一扫"
          detail="签到、看海报、取餐"
          drawing="camera"
          colour="blue"
          onTap={scan}
        />
        <Row
          label="我的报名"
          detail={next.length > 0 ? '有活动等着您' : '报过的在这里'}
          drawing="check"
          colour="gold"
          onTap={() => goTo('mySignUps')}
        />
        <Row
          label="邻里议事"
          detail="心愿、提案、议事会"
          drawing="bubble"
          colour="pine"
          onTap={() => goTo('proposals')}
        />
        <Row
          label="消息"
          detail={unread.length > 0 ? '有新消息' : '没有新消息'}
          drawing="bell"
          colour={unread.length > 0 ? 'brick' : 'soft'}
          onTap={() => goTo('notices')}
        />
      </Rows>
      <ShareButton label="分享给家人和邻居" target={{ to: 'centre', centre }} />
    </>
  )
}

/** What comes next for me and my people, whichever is sooner: something signed up for, or a meal. */
function Next({ things: [first], name }: { things: Shown['next']; name: string | null }) {
  const me = useMe().data?.person?.id
  const meal = useNextMeal({ enabled: name !== null })
  if (meal && me && (!first || meal.startsAt < nextStartOf(first, now())))
    return <NextMeal order={meal} me={me} />
  return first ? <NextThing thing={first} me={name} onScan={scan} /> : null
}

/** The newest thing that was told and not read yet; a tap leads to all of them, where it counts as read. */
function News({ unread: [newest] }: Pick<Shown, 'unread'>) {
  const me = useMe().data
  if (!newest || !me) return null
  const { about, said } = newest
  const whose = about.id === me.person?.id ? '' : `${about.name}：`
  return (
    <Rows label="新消息">
      <Row
        label={`${whose}${said?.title ?? '有新消息'}`}
        detail={said?.note ?? ''}
        drawing="bell"
        onTap={() => goTo('notices')}
      />
    </Rows>
  )
}
