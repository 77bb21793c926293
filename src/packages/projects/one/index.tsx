import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now, today } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Row } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { useProject } from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { yuanSaid } from '@/src/words/meals'
import { matchSaid, nextSaid, onlyRecords, projectSaid, whereMoneyGoes } from '@/src/words/projects'
import { daySaid, whenSaid } from '@/src/words/time'
import type { Milestone, Project } from '@/types/projects'
import './index.scss'

/** One project: every step with its pictures, and what its money came to. */
export default function ProjectPage() {
  const { id = '' } = useRouter().params
  const reading = useProject(id, { enabled: Boolean(useMe().data?.person) })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title={reading.data?.title ?? '项目'}
      {...(reading.data && { subtitle: reading.data.nodeName })}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="没有打开" why="登记了名字和住址，才知道和您家有没有关">
        {() => (
          <Reading of={reading} failed="这个项目没有打开">
            {(project) => <Shown project={project} />}
          </Reading>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}

function Shown({ project }: { project: Project }) {
  const { id, title, words, ownerName, because, milestones, fund, vote, proposal } = project
  return (
    <>
      <View>
        <Tag {...projectSaid(project)} />
      </View>
      {because !== null && <Notice kind="warn" label={`没有再做：${because}`} />}
      {words !== '' && <View>{words}</View>}
      {ownerName !== '' && <View>负责人：{ownerName}</View>}
      <Speak label="读给我听" words={[title, words, nextSaid(project, today())].join('。')} />
      {vote !== null && (
        <Row
          label="大家投票定的"
          detail="点开看投票的结果"
          drawing="hand"
          colour="gold"
          onTap={() => goTo('vote', { id: vote })}
        />
      )}
      {proposal !== null && (
        <Row
          label="从居民提案来的"
          detail="点开看原来的提案"
          drawing="bubble"
          colour="gold"
          onTap={() => goTo('proposal', { proposal })}
        />
      )}
      <Heading label="一步一步" />
      {milestones.length === 0 && <View>步骤还没有写，定下来就会出现在这里。</View>}
      {milestones.map((step) => (
        <Step key={step.id} step={step} />
      ))}
      {fund && (
        <>
          <Heading label="自筹和配捐" />
          <Notice label={onlyRecords}>{whereMoneyGoes}</Notice>
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
          <Row
            label="看每一笔"
            detail="谁捐的、花在哪里"
            drawing="book"
            colour="blue"
            onTap={() => goTo('projectFund', { id })}
          />
        </>
      )}
    </>
  )
}

function Step({ step }: { step: Milestone }) {
  const { name, due, done, late, before, after } = step
  const said = done
    ? { label: `${whenSaid(done.at, now())} 做完的`, tone: 'pine' as const }
    : late
      ? { label: `本来 ${daySaid(due, today())} 做完，晚了`, tone: 'brick' as const }
      : { label: `${daySaid(due, today())} 做完`, tone: 'gold' as const }
  return (
    <Card label={`${name}，${said.label}`}>
      <Heading label={name} level={3} />
      <View>
        <Tag {...said} drawing={done ? 'check' : late ? 'warn' : 'clock'} />
      </View>
      {done && done.note !== '' && <View>{done.note}</View>}
      <Pictures label="以前" addresses={before} of={name} />
      <Pictures label="现在" addresses={after} of={name} />
    </Card>
  )
}

type PicturesProps = { label: string; addresses: readonly string[]; of: string }

function Pictures({ label, addresses, of }: PicturesProps) {
  if (addresses.length === 0) return null
  return (
    <View className="project-pictures">
      <View>{label}</View>
      {addresses.map((address, i) => (
        <Image
          key={address}
          className="project-pictures__one"
          src={address}
          mode="aspectFill"
          {...tellingPicture(`${of}，${label}的照片 ${i + 1}`)}
        />
      ))}
    </View>
  )
}
