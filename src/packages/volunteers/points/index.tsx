import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { useMyPoints, type Points } from '@/src/queries/points'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import { useWhose, Who } from '../components/Who'

/** What I can spend, or somebody I act for, and where each point came from or went. */
export default function MyPoints() {
  const { known, choose, ...whose } = useWhose()
  const { name, forSomeone } = whose
  const reading = useMyPoints(forSomeone, { enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page title={`${name || '我'}的积分`} {...(cached && { cachedAt: cached })}>
      <SignedIn failed="积分没有打开" why="登记了名字，才有您的积分">
        {() => (
          <>
            <Who label="看谁的积分" whose={whose} onChange={choose} />
            <Reading of={reading} failed="积分没有打开">
              {(points) => (
                <>
                  <Sum points={points} who={name || '您'} />
                  <Lines lines={points.lines} />
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
          </>
        )}
      </SignedIn>
      <Row
        label={`${name || '我'}的服务时长`}
        detail="时长确认了，积分就有了"
        drawing="clock"
        colour="pine"
        onTap={() => goTo('myHours', forSomeone)}
      />
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

function Sum({ points: { points, owed }, who }: { points: Points; who: string }) {
  const said =
    owed > 0
      ? `${who}现在有 0 分。更正时长以后还差 ${owed} 分，下次挣的积分先补上`
      : `${who}现在有 ${points} 分`
  return (
    <>
      <Card label={said}>
        <Figure label="能用的积分" value={`${points} 分`} reason="时长确认后自动算" />
        {owed > 0 && <View>更正时长以后还差 {owed} 分，下次挣的积分先补上。</View>}
      </Card>
      <Speak label="读给我听" words={said} />
    </>
  )
}

function Lines({ lines }: Pick<Points, 'lines'>) {
  if (lines.length === 0)
    return (
      <Empty label="还没有积分" detail="做完一班，时长确认了，积分就在这里。" drawing="heart" />
    )
  return (
    <>
      <Heading label="每一笔" />
      <Rows label="每一笔">
        {lines.map(({ id, points, what, at }) => (
          <Row
            key={id}
            label={`${points > 0 ? `加 ${points}` : `减 ${-points}`} 分${what && `，${what}`}`}
            detail={whenSaid(at, now())}
          />
        ))}
      </Rows>
    </>
  )
}
