import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useLentOut } from '@/src/queries/shopStaff'
import { cachedAt } from '@/src/queries/when'
import { countSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Loan } from '@/types/shop'
import { TakeBack } from '../components/TakeBack'

/** As many as fit on the sheets of one day. */
const mostPrinted = 500

/** What is lent and not back: who has it, since when, and where to ask for it. */
export default function LentOut() {
  const reading = useLentOut()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="借出没还的"
      subtitle="还回来了，点一下名字"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="借出的东西没有打开">
        {(loans) => (
          <>
            {loans.length === 0 && (
              <Empty label="借出去的都还回来了" detail="在柜台点“发放”可以借出。" drawing="check" />
            )}
            <Rows label="没还的">
              {loans.map((loan) => (
                <Out key={loan.id} loan={loan} />
              ))}
            </Rows>
            <ReadOn of={reading} />
            {loans.length > 0 && (
              <Printing
                label="打印这张单子"
                sheet={sheetOf(loans)}
                before={async () => void (await readAll(reading, mostPrinted))}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Who left the programme with something: the record of the name is gone, the thing is not. */
const nameSaid = ({ person }: Loan): string => person.name || '已经注销的人'

function Out({ loan }: { loan: Loan }) {
  const [asking, setAsking] = useState(false)
  const { id, goods, out, homeName, phoneMasked, at } = loan
  const what = countSaid(goods.name, out, goods.unit)
  return (
    <>
      <Row
        label={nameSaid(loan)}
        detail={[what, `${whenSaid(at, now())}借的`, homeName, phoneMasked]
          .filter(Boolean)
          .join('，')}
        drawing="stick"
        colour="gold"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <TakeBack
          {...{ entry: id, name: goods.name, unit: goods.unit, out }}
          person={nameSaid(loan)}
          onBack={() => setAsking(false)}
        />
      )}
    </>
  )
}

const sheetOf = (loans: readonly Loan[]): Printout => ({
  title: '慈善超市借出没还的',
  notes: [`${whenSaid(now(), now())} 打印，共 ${loans.length} 笔`],
  tables: [
    {
      title: null,
      columns: ['名字', '住哪里', '电话', '东西', '没还的', '哪天借的', '还了'],
      rows: loans.map((loan) => [
        nameSaid(loan),
        loan.homeName ?? '',
        loan.phoneMasked ?? '',
        loan.goods.name,
        `${loan.out} ${loan.goods.unit}`,
        whenSaid(loan.at, now()),
        '',
      ]),
    },
  ],
})
