import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { useAbout } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { clockSaid } from '@/src/words/time'
import type { About as Shown } from '@/types/centre'
import { dayOf, instantOf, timeOf, type Instant } from '@/types/shared/day'
import { Point } from './components/Point'
import { PointsMap } from './components/PointsMap/map'
import './index.scss'

/** 上午 8:30: a time of day, which has no date of its own. */
const timeSaid = (time: string, at: Instant): string => clockSaid(instantOf(dayOf(at), time))

const isOpen = ({ opens, closes }: Pick<Shown, 'opens' | 'closes'>, at: Instant): boolean =>
  opens <= timeOf(at) && timeOf(at) < closes

/** The centre: when it is open, whom to call, and its places with the way there. */
export default function About() {
  const reading = useAbout()
  const shown = reading.data
  const cached = cachedAt(reading)
  return (
    <Page
      title={shown?.name ?? '服务中心'}
      {...(cached && { cachedAt: cached })}
      {...(shown?.phone && { action: <CallButton label="打电话给中心" phone={shown.phone} /> })}
    >
      <Reading of={reading} failed="没有打开">
        {(centre) => <Content centre={centre} />}
      </Reading>
    </Page>
  )
}

function Content({ centre }: { centre: Shown }) {
  const { name, about, points } = centre
  const at = now()
  const opens = timeSaid(centre.opens, at)
  const closes = timeSaid(centre.closes, at)
  const open = isOpen(centre, at)
  return (
    <>
      <Card label="开门时间">
        <Figure label="每天几点开门" value={opens} />
        <Figure label="几点关门" value={closes} />
        <Tag
          label={open ? '现在开着' : '现在关门了'}
          tone={open ? 'pine' : 'plain'}
          drawing={open ? 'check' : 'clock'}
        />
      </Card>
      {about !== '' && <View className="about__words">{about}</View>}
      <Speak
        label="读给我听"
        words={[name, `每天${opens}开门，${closes}关门`, about].filter(Boolean).join('。')}
      />
      <Row
        label="问卷调查"
        detail="社区想听听您的想法"
        drawing="pen"
        colour="blue"
        onTap={() => goTo('surveys')}
      />
      {points.length > 0 && (
        <More label="看附近的服务点">
          <Heading label="服务点" />
          {PointsMap && <PointsMap points={points.filter(({ onMap }) => onMap)} />}
          {points.map((point) => (
            <Point key={`${point.name} ${point.address}`} point={point} />
          ))}
        </More>
      )}
    </>
  )
}
