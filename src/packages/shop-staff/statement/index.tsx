import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { monthAfter, monthBefore } from '@/src/packages/canteen-staff/settlement/month'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { usePublishStatement, useStatement } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { monthSaid, movementNames, statementSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import { monthOf } from '@/types/shared/day'
import type { Statement } from '@/types/shop'

/** A month in sums; made public once it is over, and then fixed. */
export default function StatementPage() {
  const thisMonth = monthOf(today())
  const [month, setMonth] = useState(thisMonth)
  const reading = useStatement(month)
  const publish = usePublishStatement()
  const publishes = useHolds()('centreStaff')
  const [asking, setAsking] = useState(false)
  const cached = cachedAt(reading)
  const turn = (to: string) => {
    publish.reset()
    setMonth(to)
  }
  const send = () =>
    publish.submit(
      { month },
      {
        done: () => showToast('公开了，居民现在能看到'),
        failed: () => setAsking(false),
      },
    )
  const statement = reading.data
  const open = statement?.publishedAt === null && month < thisMonth && publishes
  return (
    <Page
      wide
      title={`${monthSaid(month)}的月报`}
      subtitle="只有总数，不写名字"
      {...(cached && { cachedAt: cached })}
      action={open && <Button label="公开这个月" onTap={() => setAsking(true)} />}
    >
      <Submitted of={publish} />
      <Button label="上个月" look="quiet" onTap={() => turn(monthBefore(month))} />
      <Button
        label="下个月"
        look="quiet"
        off={month >= thisMonth}
        onTap={() => turn(monthAfter(month))}
      />
      <Reading of={reading} failed="月报没有打开">
        {(shown) => (
          <>
            {shown.publishedAt !== null && (
              <Notice kind="done" label={`${whenSaid(shown.publishedAt, now())} 公开了，不再改`} />
            )}
            <Card label={monthSaid(month)}>
              {shown.movements.length === 0 && <View>这个月没有进出</View>}
              {shown.movements.map((line) => (
                <View key={line.movement}>{statementSaid(line)}</View>
              ))}
            </Card>
            <Printing label="打印" sheet={sheetOf(shown)} />
          </>
        )}
      </Reading>
      {asking && statement?.publishedAt === null && (
        <Sheet
          label={`公开${monthSaid(month)}的数字吗？`}
          yes={{ label: '公开', busy: publish.busy || publish.waiting, onTap: send }}
          back="再核对"
          onBack={() => setAsking(false)}
        >
          <View>公开以后不能再改。以后撤回的，算在撤回的那个月。</View>
        </Sheet>
      )}
    </Page>
  )
}

const sheetOf = ({ month, movements }: Statement): Printout => ({
  title: `${monthSaid(month)} 慈善超市月报`,
  notes: ['只有总数，不写名字'],
  tables: [
    {
      title: null,
      columns: ['怎么动的', '次数', '数量', '还回', '积分', '元'],
      rows: movements.map((line) => [
        movementNames[line.movement],
        String(line.times),
        String(line.quantity),
        String(line.broughtBack),
        String(line.points),
        yuanSaid(line.fen),
      ]),
    },
  ],
})
