import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Level } from '@/src/packages/volunteers/components/Level'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useRecordTraining, useRemoveTraining, useStanding } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { freeSaid } from '@/src/words/freeTimes'
import { fullDay } from '@/src/words/residents'
import { skillNames } from '@/src/words/skills'
import type { Standing } from '@/types/volunteers'

/** A volunteer as staff of their place see them: what they said, trainings, level; and registering who is none yet. */
export default function Volunteer() {
  const { person = '' } = useRouter().params
  const reading = useStanding(person)
  const cached = cachedAt(reading)
  const [learning, setLearning] = useState(false)
  const trains = useHolds()('communityStaff', 'centreStaff', 'operator')
  const { name = '这位居民', standing, minor } = reading.data ?? {}
  const learn = (next: boolean) => {
    setLearning(next)
    toTop()
  }
  if (learning) return <Learn person={person} name={name} onClose={() => learn(false)} />
  return (
    <Page
      wide
      title={name}
      subtitle="志愿档案"
      {...(cached && { cachedAt: cached })}
      {...(standing &&
        trains && {
          action: <Button label="记一次培训" drawing="plus" onTap={() => learn(true)} />,
        })}
    >
      <Reading of={reading} failed="志愿档案没有打开">
        {() => (
          <>
            {minor === true && (
              <Notice label="没满 18 岁">不派去别人家里，不进能人库，不上风采墙。</Notice>
            )}
            {standing ? (
              <Known person={person} standing={standing} trains={trains} />
            ) : (
              <Empty label="还没登记成志愿者" detail="跟他说好，就可以替他登记。" drawing="heart" />
            )}
            <Acts person={person} registered={Boolean(standing)} />
          </>
        )}
      </Reading>
    </Page>
  )
}

type KnownProps = { person: string; standing: Standing; trains: boolean }

function Known({ person, standing, trains }: KnownProps) {
  const { skills, wishes, free, since, listed, contact, honours, trainings } = standing
  const times = freeSaid(free)
  return (
    <>
      <Level standing={standing} />
      <Card label="登记的内容">
        <Heading label="登记的内容" />
        <View>从 {fullDay(since)}起做志愿者</View>
        <View>
          {skills.map((skill) => (
            <Tag key={skill} label={skillNames[skill]} tone="blue" />
          ))}
        </View>
        {times !== '' && <View>有空：{times}</View>}
        {wishes !== '' && <View>想做：{wishes}</View>}
        <View>
          <Tag label={listed ? '同意进能人库' : '不进能人库'} />
          <Tag label={contact ? '同意给人看电话' : '不给人看电话'} />
          <Tag label={honours ? '同意上风采墙' : '不上风采墙'} />
        </View>
      </Card>
      <Heading label="参加过的培训" />
      {trainings.length === 0 && <View>还没有记过。</View>}
      {trainings.map((training) => (
        <TrainingCard key={training.id} person={person} training={training} mayRemove={trains} />
      ))}
    </>
  )
}

type TrainingProps = {
  person: string
  training: Standing['trainings'][number]
  mayRemove: boolean
}

function TrainingCard({ person, training: { id, what, day, by }, mayRemove }: TrainingProps) {
  const remove = useRemoveTraining()
  const [asking, setAsking] = useState(false)
  return (
    <Card label={what}>
      <Heading label={what} level={3} />
      <View>
        {fullDay(day)}，{by}记的
      </View>
      {mayRemove && (
        <Button
          label="记错了，去掉"
          fuller={`记错了，去掉，${what}`}
          look="quiet"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && (
        <Sheet
          label="去掉这次培训吗？"
          yes={{
            label: '是的，去掉',
            danger: true,
            busy: remove.busy,
            onTap: () =>
              remove.submit({ person, training: id }, { done: () => showToast('去掉了') }),
          }}
          back={remove.waiting ? '知道了' : '留着'}
          onBack={() => setAsking(false)}
        >
          <View>他的等级会马上重新算。谁去掉的，操作记录里看得到。</View>
          <Submitted of={remove} />
        </Sheet>
      )}
    </Card>
  )
}

function Acts({ person, registered }: { person: string; registered: boolean }) {
  const runs = useHolds()('communityStaff', 'centreStaff')
  if (!runs) return null
  return (
    <Rows label="可以办的">
      <Row
        label={registered ? '改登记的内容' : '替他登记成志愿者'}
        detail="会做什么、什么时候有空、同意什么"
        drawing="pen"
        colour="blue"
        onTap={() => goTo('volunteerRegister', { forResident: person })}
      />
      {registered && (
        <Row
          label="志愿队"
          detail="替他加入或退出"
          drawing="family"
          colour="pine"
          onTap={() => goTo('teams', { forResident: person })}
        />
      )}
      <Row
        label="服务时长"
        detail="看时长，记一条"
        drawing="clock"
        colour="pine"
        onTap={() => goTo('personHours', { person })}
      />
    </Rows>
  )
}

type LearnProps = { person: string; name: string; onClose: () => void }

function Learn({ person, name, onClose }: LearnProps) {
  const record = useRecordTraining()
  const [what, setWhat] = useState('')
  const [day, setDay] = useState(today())
  const [tried, setTried] = useState(false)
  const send = () => {
    const complete = what.trim() !== '' && day !== ''
    setTried(!complete)
    if (!complete) return
    record.submit(
      { person, what: what.trim(), day },
      {
        done: () => {
          showToast(`给${name}记上了`)
          onClose()
        },
      },
    )
  }
  const whatError =
    (tried && what.trim() === '' && '请写是什么培训') ||
    (wrongField(record.error) === 'what' && '请写短一点，最多 40 个字')
  const dayError =
    (tried && day === '' && '请写上年、月、日') ||
    (record.error?.code === 'InFuture' && '日子还没到，请选今天或以前')
  return (
    <Page
      wide
      title={`给${name}记一次培训`}
      action={
        <>
          <Submitted of={record} />
          <Button label="记上" busy={record.busy || record.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Field
        label="什么培训"
        hint="比如：急救、怎么陪老人看病"
        value={what}
        onChange={setWhat}
        most={40}
        {...(whatError && { error: whatError })}
      />
      <Field
        label="哪一天"
        kind="date"
        value={day}
        onChange={setDay}
        {...(dayError && { error: dayError })}
      />
    </Page>
  )
}
