import { View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useStatements } from '@/src/queries/shop'
import { cachedAt } from '@/src/queries/when'
import { monthSaid, statementSaid } from '@/src/words/shop'
import type { Statement } from '@/types/shop'

/** What came in and went out, month by month, for everybody to see. */
export default function Statements() {
  const reading = useStatements()
  const cached = cachedAt(reading)
  return (
    <Page
      title="超市月报"
      subtitle="收了多少，发了多少，都在这里"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="月报没有打开">
        {(statements) => (
          <>
            {statements.length === 0 && (
              <Empty label="还没有月报" detail="每个月过完以后公开。" drawing="book" />
            )}
            {statements.map((statement) => (
              <Month key={statement.month} statement={statement} />
            ))}
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Month({ statement: { month, movements } }: { statement: Statement }) {
  const lines = movements.map(statementSaid)
  const title = monthSaid(month)
  return (
    <Card label={title}>
      <Heading label={title} />
      {lines.length === 0 && <View>这个月没有进出</View>}
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      {lines.length > 0 && <Speak label="读给我听" words={[title, ...lines].join('。')} />}
    </Card>
  )
}
