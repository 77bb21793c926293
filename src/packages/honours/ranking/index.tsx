import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { useRanking } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { minutesSaid, monthSaid } from '@/src/words/volunteers'
import { addMonths, monthOf } from '@/types/shared/day'
import './index.scss'

/** Months that are still counted by. */
const monthsBack = 12

/** Who gave most hours in a month, of those who agreed to be named. */
export default function Ranking() {
  const thisMonth = monthOf(today())
  const [month, setMonth] = useState(thisMonth)
  const reading = useRanking(month)
  const cached = cachedAt(reading)
  return (
    <Page
      title={`${monthSaid(month)}排行榜`}
      subtitle="按确认过的时长排，每天夜里算一次"
      {...(cached && { cachedAt: cached })}
    >
      <View className="ranking__turn">
        <Button
          label="上个月"
          look="quiet"
          off={month <= addMonths(thisMonth, -monthsBack)}
          onTap={() => setMonth(addMonths(month, -1))}
        />
        <Button
          label="下个月"
          look="quiet"
          off={month >= thisMonth}
          onTap={() => setMonth(addMonths(month, 1))}
        />
      </View>
      <Reading of={reading} failed="排行榜没有打开">
        {({ places }) =>
          places.length === 0 ? (
            <Empty
              label="这个月还没有排名"
              detail="时长确认好、本人同意露名字的，第二天早上就能看到。"
              drawing="heart"
            />
          ) : (
            <>
              <Rows label={`${monthSaid(month)}排行榜`}>
                {places.map(({ place, name, minutes, mine }, i) => (
                  <Row
                    key={`${i} ${name}`}
                    label={`第 ${place} 名，${name}`}
                    detail={minutesSaid(minutes)}
                    {...(mine && { saying: '这是您' })}
                  >
                    {mine && <Tag label="这是您" tone="pine" drawing="heart" />}
                  </Row>
                ))}
              </Rows>
              <Speak
                label="读给我听"
                words={places
                  .map(
                    ({ place, name, minutes }) =>
                      `第 ${place} 名，${name}，${minutesSaid(minutes)}`,
                  )
                  .join('。')}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
