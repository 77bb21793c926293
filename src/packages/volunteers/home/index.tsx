import { View } from '@tarojs/components'
import { useCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { useShareCard } from '@/src/platform/share'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { useStanding } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { skillNames } from '@/src/words/skills'
import type { Standing } from '@/types/volunteers'
import { Level, nextSaid } from '../components/Level'

/** All that is about serving: where hands are needed first, then what is mine. */
export default function VolunteerHome() {
  const known = Boolean(useMe().data?.person)
  const reading = useStanding(undefined, { enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  const target = { to: 'service', centre: useCentre() ?? '', service: 'shifts' } as const
  useShareCard({ title: '一起来做志愿者：看看哪里要人手', target })
  return (
    <Page
      title="志愿服务"
      subtitle="邻里帮一把，时长都记着"
      {...(cached && { cachedAt: cached })}
      action={<Button label="看看哪里需要人" drawing="hand" onTap={() => goTo('shifts')} />}
    >
      <SignedIn failed="志愿服务没有打开" why="登记了名字，才有您的志愿档案">
        {(me) => (
          <Reading of={reading} failed="志愿服务没有打开">
            {({ standing }) => (
              <>
                {standing ? (
                  <Mine standing={standing} />
                ) : (
                  <>
                    <NotYet />
                    <Hours />
                  </>
                )}
                <Family me={me} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
      <Neighbours />
      <ShareButton label="叫上邻居一起来" target={target} />
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

const invitation =
  '登记成志愿者，一两分钟就好：选会做什么、什么时候有空。做过的时长记在您名下，升等级、换积分都算。'

function NotYet() {
  return (
    <Card label="您还没登记成志愿者">
      <Heading label="您还没登记成志愿者" />
      <View>{invitation}</View>
      <Button
        label="登记成志愿者"
        look="secondary"
        drawing="heart"
        onTap={() => goTo('volunteerRegister')}
      />
      <Speak label="读给我听" words={invitation} />
    </Card>
  )
}

/** Hours may have been written down before anybody registered. */
function Hours() {
  return (
    <Row
      label="我的服务时长"
      detail="每个月做了多少，谁确认的"
      drawing="clock"
      colour="pine"
      onTap={() => goTo('myHours')}
    />
  )
}

function Mine({ standing }: { standing: Standing }) {
  const { skills, teams } = standing
  return (
    <>
      <Level standing={standing} />
      <Rows label="我的志愿服务">
        <Row
          label="我的班"
          detail="说好要来的"
          drawing="calendar"
          colour="pine"
          onTap={() => goTo('shifts', { view: 'mine' })}
        />
        <Row
          label="去帮邻居"
          detail="谁请您去，附近谁要帮忙"
          drawing="hand"
          colour="brick"
          onTap={() => goTo('errandsToDo')}
        />
        <Hours />
        <Row
          label="我的积分"
          detail="怎么来的，换了什么"
          drawing="heart"
          colour="gold"
          onTap={() => goTo('myPoints')}
        />
        <Row
          label="我的志愿档案"
          detail={nextSaid(standing)}
          drawing="book"
          colour="gold"
          onTap={() => goTo('volunteerStanding')}
        />
        <Row
          label="时长证明"
          detail="开一张，学校、单位都能核对"
          drawing="check"
          colour="blue"
          onTap={() => goTo('certificates')}
        />
        <Row
          label="志愿队"
          detail={teams.length > 0 ? teams.map(({ name }) => name).join('、') : '找一支队一起做'}
          drawing="family"
          colour="pine"
          onTap={() => goTo('teams')}
        />
        <Row
          label="我的登记"
          detail={
            skills.length > 0 ? skills.map((skill) => skillNames[skill]).join('、') : '会做什么'
          }
          drawing="pen"
          colour="blue"
          onTap={() => goTo('volunteerRegister')}
        />
      </Rows>
    </>
  )
}

/** For everybody who looks, volunteer or not. */
function Neighbours() {
  return (
    <Rows label="邻里之间">
      <Row
        label="请志愿者帮忙"
        detail="修水龙头、陪看病、读信，点一项就有人来"
        drawing="house"
        colour="brick"
        onTap={() => goTo('errandMenu')}
      />
      <Row
        label="慈善超市"
        detail="用积分换米面油，也看看有什么"
        drawing="heart"
        colour="gold"
        onTap={() => goTo('shopShelf')}
      />
      <Row
        label="现在谁在岗"
        detail="护学岗、巡逻，有事一键打电话"
        drawing="phone"
        colour="pine"
        onTap={() => goTo('onDuty')}
      />
      <Row
        label="风采墙"
        detail="身边的志愿者，还有这个月的排行榜"
        drawing="heart"
        colour="brick"
        onTap={() => goTo('honourWall')}
      />
      <Row
        label="写一句感谢的话"
        detail="谁帮过您，工作人员替您转给他"
        drawing="bubble"
        colour="gold"
        onTap={() => goTo('thank')}
      />
      <Row
        label="核对证明"
        detail="输入纸上的编号，看看是不是真的"
        drawing="check"
        colour="blue"
        onTap={() => goTo('checkCertificate')}
      />
    </Rows>
  )
}

/** Those I act for can serve too: a child with me, an elder without a phone. */
function Family({ me: { dependants } }: { me: KnownMe }) {
  if (dependants.length === 0) return null
  return (
    <Rows label="家里人">
      {dependants.map(({ id, name }) => (
        <Row
          key={id}
          label={`${name}的志愿档案`}
          detail="登记、志愿队和等级，他的班、时长和积分"
          drawing="person"
          colour="gold"
          onTap={() => goTo('volunteerStanding', { forResident: id })}
        />
      ))}
    </Rows>
  )
}
