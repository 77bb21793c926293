import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { useLevels, useStanding } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import type { LevelStep, Standing } from '@/types/volunteers'
import { Level, nextSaid } from '../components/Level'

/** Level, trainings and teams of mine, or of somebody I act for, and the table they are counted by. */
export default function VolunteerStanding() {
  const { forResident } = useRouter().params
  const known = Boolean(useMe().data?.person)
  const reading = useStanding(forResident, { enabled: known })
  const cached = cachedAt(reading)
  const whose = forResident === undefined ? '我' : (reading.data?.name ?? '家人')
  const params: Readonly<Record<string, string>> = forResident === undefined ? {} : { forResident }
  return (
    <Page
      title={`${whose}的志愿档案`}
      {...(cached && { cachedAt: cached })}
      {...(reading.data && {
        action: (
          <Button
            label={
              reading.data.standing ? '改登记的内容' : `登记${forResident ? whose : ''}成志愿者`
            }
            drawing="pen"
            onTap={() => goTo('volunteerRegister', params)}
          />
        ),
      })}
    >
      <SignedIn failed="志愿档案没有打开" why="登记了名字，才有志愿档案">
        {() => (
          <Reading of={reading} failed="志愿档案没有打开">
            {({ standing, looks }) =>
              standing ? (
                <Reached
                  standing={standing}
                  who={forResident === undefined ? '您' : whose}
                  whose={whose}
                  params={params}
                  looks={looks}
                />
              ) : (
                <Empty
                  label={`${forResident ? whose : '您'}还没登记成志愿者`}
                  detail="点下面登记，一两分钟就好。"
                  drawing="heart"
                />
              )
            }
          </Reading>
        )}
      </SignedIn>
      <Steps level={reading.data?.standing?.level ?? null} />
    </Page>
  )
}

type ReachedProps = {
  standing: Standing
  who: string
  whose: string
  params: Readonly<Record<string, string>>
  looks: OutputOf<'volunteers', 'myStanding'>['looks']
}

function Reached({ standing, who, whose, params, looks }: ReachedProps) {
  const { level, minutes, since, trainings, teams } = standing
  const aloud = [
    `${who}从 ${fullDay(since)}起做志愿者`,
    `一共做了 ${minutesSaid(minutes)}`,
    level === null ? '还没到第一级' : `等级是${level}`,
    nextSaid(standing),
  ]
  return (
    <>
      <Level standing={standing} />
      <Speak label="读给我听" words={aloud.join('。')} />
      <Rows label={`${who}的志愿服务`}>
        <Row
          label={`${whose}的班`}
          detail="看看要人的班，说好要来的"
          drawing="calendar"
          colour="pine"
          onTap={() => goTo('shifts', params)}
        />
        <Row
          label={`${whose}的服务时长`}
          detail="每个月做了多少，谁确认的"
          drawing="clock"
          colour="pine"
          onTap={() => goTo('myHours', params)}
        />
        <Row
          label={`${whose}的积分`}
          detail="怎么来的，换了什么"
          drawing="heart"
          colour="gold"
          onTap={() => goTo('myPoints', params)}
        />
        <Row
          label="志愿队"
          detail={teams.length > 0 ? teams.map(({ name }) => name).join('、') : '还没有加入'}
          drawing="family"
          colour="pine"
          onTap={() => goTo('teams', params)}
        />
      </Rows>
      <Heading label="参加过的培训" />
      {trainings.length === 0 ? (
        <View>还没有。参加了培训，工作人员会记在这里。</View>
      ) : (
        <Rows label="参加过的培训">
          {trainings.map(({ id, what, day, by }) => (
            <Row key={id} label={what} detail={`${fullDay(day)}，${by}记的`} drawing="book" />
          ))}
        </Rows>
      )}
      {looks.length > 0 && (
        <>
          <Heading label="谁看过电话" />
          <Rows label="谁看过电话">
            {looks.map(({ by, because, at }) => (
              <Row
                key={`${by}${at}`}
                label={`${by}，${whenSaid(at, now())}`}
                detail={because}
                drawing="phone"
                colour="soft"
              />
            ))}
          </Rows>
        </>
      )}
    </>
  )
}

/** 一星：100 小时，1 次培训 */
const stepSaid = ({ minutes, trainings }: LevelStep): string =>
  [minutesSaid(minutes), trainings > 0 && `${trainings} 次培训`].filter(Boolean).join('，')

/** How levels are counted: for everybody to read. */
function Steps({ level }: { level: string | null }) {
  const reading = useLevels()
  return (
    <Reading of={reading} failed="等级表没有打开">
      {({ steps }) => (
        <Card label="等级怎么算">
          <Heading label="等级怎么算" />
          {steps.map((step) => (
            <View key={step.name}>
              {step.name}：{stepSaid(step)}
              {step.name === level && <Tag label="现在" tone="pine" drawing="check" />}
            </View>
          ))}
        </Card>
      )}
    </Reading>
  )
}
