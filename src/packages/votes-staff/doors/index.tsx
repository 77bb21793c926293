import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useNotVoted } from '@/src/queries/votesStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import type { NotVotedLine } from '@/types/votes'

/** Nobody walks to more doors in one evening. */
const mostPrinted = 500

/** From door to door: who has not voted. */
export default function VoteDoors() {
  const { id = '', building } = useRouter().params
  const reading = useNotVoted(id, building)
  const cached = cachedAt(reading)
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 户`, 'warn')
  }
  return (
    <Page
      wide
      title="还没投票的"
      subtitle="上门、打电话，都从这里看"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="没有打开">
        {(doors) => (
          <>
            {doors.length === 0 && <Empty label="都投过了" drawing="check" />}
            <Rows label="还没投票的">
              {doors.map((door) => (
                <Door key={door.id} vote={id} door={door} />
              ))}
            </Rows>
            <ReadOn of={reading} />
            {doors.length > 0 && (
              <Printing label="打印上门名单" before={readOn} sheet={sheetOf(doors)} />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Door({ vote, door: { door, people, paperWaits } }: { vote: string; door: NotVotedLine }) {
  const names = people.map(({ name }) => name).join('、')
  const [first] = people
  return (
    <View>
      <Row
        label={door}
        detail={names === '' ? '还没有确认过身份的大人，请先办' : names}
        drawing="house"
        colour="gold"
        saying={paperWaits ? '纸质票等核对' : ''}
        {...(first && { onTap: () => goTo('votePaper', { id: vote, person: first.id }) })}
      >
        {paperWaits && <Tag label="纸质票等核对" tone="gold" />}
      </Row>
    </View>
  )
}

const sheetOf = (doors: readonly NotVotedLine[]) => ({
  title: '上门名单：还没投票的',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['门牌', '能投票的人', '上门时间', '说明'],
      rows: doors.map(({ door, people }) => [
        door,
        people.map(({ name }) => name).join('、'),
        '',
        '',
      ]),
    },
  ],
})
