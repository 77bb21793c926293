import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useEndProject, useLetPhoto, useStaffProject } from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { yuanSaid } from '@/src/words/meals'
import { matchSaid, onlyRecords, projectSaid } from '@/src/words/projects'
import { daySaid } from '@/src/words/time'
import type { MilestoneForStaff, ProjectForStaff } from '@/types/projects'
import '../../votes-staff/components/Picture/index.scss'

/** One project: its steps, its pictures, its money. */
export default function StaffProject() {
  const { id = '' } = useRouter().params
  const reading = useStaffProject(id)
  const keeps = useHolds()('communityStaff', 'centreStaff')
  const cached = cachedAt(reading)
  const project = reading.data
  return (
    <Page
      wide
      title={project?.title ?? '项目'}
      {...(project && { subtitle: project.nodeName })}
      {...(cached && { cachedAt: cached })}
      action={
        keeps &&
        project?.state === 'going' && (
          <Button label="加一步" drawing="plus" onTap={() => goTo('projectStep', { id })} />
        )
      }
    >
      <Reading of={reading} failed="这个项目没有打开">
        {(known) => <Shown project={known} keeps={keeps} />}
      </Reading>
    </Page>
  )
}

function Shown({ project, keeps }: { project: ProjectForStaff; keeps: boolean }) {
  const { id, words, ownerName, because, milestones, fund, vote, state } = project
  const going = state === 'going'
  const held = milestones.flatMap(({ before, after }) =>
    [...before, ...after].filter((photo) => photo.state === 'held'),
  )
  return (
    <>
      <View>
        <Tag {...projectSaid(project)} />
      </View>
      {because !== null && <Notice kind="warn" label={`取消的原因：${because}`} />}
      {words !== '' && <View>{words}</View>}
      <View>负责人：{ownerName}</View>
      {vote !== null && (
        <Row
          label="居民表决定的"
          drawing="hand"
          colour="gold"
          onTap={() => goTo('staffVote', { id: vote })}
        />
      )}
      {keeps && held.map((photo) => <Held key={photo.id} project={id} photo={photo} />)}
      <Heading label="步骤" />
      <Rows label="步骤">
        {milestones.map((step) => (
          <StepRow key={step.id} project={id} step={step} going={going} />
        ))}
      </Rows>
      <Heading label="自筹和配捐" />
      <Notice label={onlyRecords}>钱走有资质的渠道，或者在柜台当面交；这里记账、公示。</Notice>
      {fund ? (
        <>
          <Card label="自筹和配捐">
            <Figure label="余额" value={yuanSaid(fund.sums.balance)} />
            <View>
              自筹 {yuanSaid(fund.sums.own)}，配捐 {yuanSaid(fund.sums.matched)}，支出{' '}
              {yuanSaid(fund.sums.spent)}
            </View>
            <View>
              {matchSaid(fund.rule)}，还能配 {yuanSaid(fund.sums.left)}
            </View>
          </Card>
          {keeps && (
            <>
              <Row
                label="记一笔自筹"
                detail="谁给的、收据号"
                drawing="heart"
                colour="pine"
                onTap={() => goTo('projectDonation', { id })}
              />
              <Row
                label="记一笔支出"
                detail="花在哪里、发票"
                drawing="hand"
                colour="gold"
                onTap={() => goTo('projectExpense', { id })}
              />
              <Row
                label="收支的账"
                detail="每一笔，记错的可以冲回，导出公示"
                drawing="book"
                colour="blue"
                onTap={() => goTo('projectLedger', { id })}
              />
            </>
          )}
        </>
      ) : (
        keeps &&
        going && (
          <Row
            label="定配捐的规则"
            detail="谁来配、配多少、配到什么时候"
            drawing="heart"
            colour="pine"
            onTap={() => goTo('projectFundStart', { id })}
          />
        )
      )}
      {keeps && going && (
        <>
          <Button label="改项目的介绍" look="secondary" onTap={() => goTo('projectEdit', { id })} />
          <End project={project} />
        </>
      )}
    </>
  )
}

type StepRowProps = { project: string; step: MilestoneForStaff; going: boolean }

function StepRow({ project, step, going }: StepRowProps) {
  const { id, name, due, done, late, before, after } = step
  const said = done
    ? { label: '做完了', tone: 'pine' as const, drawing: 'check' as const }
    : late
      ? { label: '晚了', tone: 'brick' as const, drawing: 'warn' as const }
      : { label: '还没做完', tone: 'gold' as const, drawing: 'clock' as const }
  const photos = before.length + after.length
  return (
    <Row
      label={name}
      detail={`${daySaid(due, today())}${photos > 0 ? ` · ${photos} 张照片` : ''}`}
      drawing="calendar"
      colour={late ? 'brick' : 'pine'}
      saying={said.label}
      {...(going && { onTap: () => goTo('projectStep', { id: project, step: id }) })}
    >
      <Tag {...said} />
    </Row>
  )
}

type HeldProps = { project: string; photo: MilestoneForStaff['before'][number] }

/** WeChat could not judge it: staff do. */
function Held({ project, photo }: HeldProps) {
  const decide = useLetPhoto()
  const send = (through: boolean) =>
    decide.submit(
      { project, photo: photo.id, through },
      { done: () => showToast(through ? '居民能看到了' : '不给看') },
    )
  return (
    <Card label="一张照片要您看一看">
      <View>微信没有看明白这张照片。能给居民看吗？</View>
      {photo.url !== null && (
        <Image
          className="paper-picture__one"
          src={photo.url}
          mode="aspectFit"
          {...tellingPicture('要看一看的照片')}
        />
      )}
      <Submitted of={decide} />
      <Button label="能给居民看" busy={decide.busy} onTap={() => send(true)} />
      <Button label="不给看" look="secondary" busy={decide.busy} onTap={() => send(false)} />
    </Card>
  )
}

function End({ project: { id, milestones } }: { project: ProjectForStaff }) {
  const end = useEndProject()
  const left = milestones.filter(({ done }) => done === null).length
  const [asking, setAsking] = useState(false)
  const [how, setHow] = useState<'done' | 'calledOff'>(left === 0 ? 'done' : 'calledOff')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = how === 'calledOff' && because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    end.submit(
      { project: id, ...(how === 'calledOff' && { because: because.trim() }) },
      {
        done: () => {
          showToast('项目结束了')
          setAsking(false)
        },
      },
    )
  }
  return (
    <>
      <Button label="结束项目" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="结束这个项目吗？"
          yes={{ label: '结束', danger: true, busy: end.busy || end.waiting, onTap: send }}
          back="不结束"
          onBack={() => setAsking(false)}
        >
          <Choice
            label="怎么结束"
            options={[
              {
                value: 'done',
                label: '都做完了',
                off: left > 0,
                ...(left > 0 && { detail: `还有 ${left} 步没做完` }),
              },
              { value: 'calledOff', label: '不做了' },
            ]}
            value={how}
            onChange={setHow}
          />
          {how === 'calledOff' && (
            <Field
              label="为什么不做了"
              most={100}
              value={because}
              onChange={setBecause}
              {...(tried && missing && { error: '请写一句原因，居民会看到' })}
            />
          )}
          <View>结束以后步骤不能再改。账还能接着记。</View>
          <Submitted of={end} />
        </Sheet>
      )}
    </>
  )
}
