import { CallButton } from '@/src/design/CallButton'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHours } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { minutesSaid } from '@/src/words/volunteers'
import { Entries, Sums } from '../components/Entries'
import { KeptScans } from '../components/KeptScans'
import { useWhose, Who } from '../components/Who'

/** How long I have helped, or somebody I act for, by month, and each time it was written down. */
export default function MyHours() {
  const { known, choose, ...whose } = useWhose()
  const { name, forSomeone } = whose
  const reading = useHours(forSomeone, { enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page title={`${name || '我'}的服务时长`} {...(cached && { cachedAt: cached })}>
      <SignedIn failed="时长没有打开" why="登记了名字，才有您的时长">
        {() => (
          <>
            <Who label="看谁的时长" whose={whose} onChange={choose} />
            <Reading of={reading} failed="时长没有打开">
              {({ lastYear, months, entries }) => (
                <>
                  <KeptScans of="shiftCheckIn" />
                  <Sums lastYear={lastYear} months={months} />
                  <Row
                    label={`${name || '我'}的积分`}
                    detail="时长确认了就有，能换东西"
                    drawing="heart"
                    onTap={() => goTo('myPoints', forSomeone)}
                  />
                  <Speak
                    label="读给我听"
                    words={`最近 12 个月，${name || '您'}一共做了 ${minutesSaid(lastYear)}`}
                  />
                  <Entries entries={entries} />
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
          </>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}
