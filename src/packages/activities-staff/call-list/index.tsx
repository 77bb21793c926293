import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useCallList } from '@/src/queries/notices'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'
import { CallCard } from './components/CallCard'
import { toSay } from './toSay'
import './index.scss'

/** Ten sheets of paper: nobody calls more in a day. */
const mostPrinted = 300

/** Whom a message cannot reach: what to say to them, until when, and what came of the call. */
export default function CallList() {
  const reading = useCallList()
  const cached = cachedAt(reading)
  const rows = reading.data ?? []
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 个，打完这些再印后面的`, 'warn')
  }
  return (
    <Page
      wide
      title="打电话名单"
      subtitle="收不到消息的居民，请打电话告诉他们"
      {...(cached && { cachedAt: cached })}
      {...(rows.length > 0 && {
        action: (
          <Printing
            label="打印名单"
            look="primary"
            before={readOn}
            sheet={{
              title: '打电话名单',
              notes: [`${whenSaid(now(), now())} 打印`],
              tables: [
                {
                  title: null,
                  columns: ['姓名', '电话', '告诉他', '最晚', '结果'],
                  rows: rows.map((row) => [
                    row.person.name,
                    row.person.phone ?? '没有登记',
                    toSay(row, now()),
                    whenSaid(row.due, now()),
                    '',
                  ]),
                },
              ],
            }}
          />
        ),
      })}
    >
      <Reading of={reading} failed="名单没有打开">
        {(calls) =>
          calls.length === 0 ? (
            <Empty
              label="没有要打的电话"
              detail="有人收不到消息时，会出现在这里。"
              drawing="phone"
            />
          ) : (
            <>
              <View className="call-list">
                {calls.map((row) => (
                  <CallCard key={row.id} row={row} />
                ))}
              </View>
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
