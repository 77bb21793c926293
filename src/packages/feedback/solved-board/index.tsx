import { Image, View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Speak } from '@/src/design/Speak'
import { useBoard } from '@/src/queries/caseBoard'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { daySaid } from '@/src/words/time'
import type { BoardEntry } from '@/types/shared/caseBoard'
import './index.scss'

/** What was solved, for everybody: in words of staff, nobody is named. */
export default function SolvedBoard() {
  const reading = useBoard()
  const cached = cachedAt(reading)
  return (
    <Page title="办好的事" subtitle="邻居反映的，已经办好了" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="办好的事没有打开">
        {(all) =>
          all.length === 0 && !reading.hasNextPage ? (
            <Empty
              label="这里还没有"
              detail="事情办好了，工作人员写好就放在这里。"
              drawing="check"
            />
          ) : (
            <>
              {all.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
              <Speak label="读给我听" words={all.map(said).join('。')} />
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const took = (days: number): string => (days === 0 ? '当天办好' : `用了 ${days} 天`)

const said = ({ title, words, place, days }: BoardEntry): string =>
  [title, place, took(days), words].filter(Boolean).join('，')

function Entry({ entry }: { entry: BoardEntry }) {
  const { id, title, words, category, place, day, days, before, after, stars } = entry
  return (
    <Card label={title}>
      <Heading label={title} />
      <View>
        {[category, place, daySaid(day, today()), took(days)].filter(Boolean).join(' · ')}
      </View>
      {stars !== null && <View>居民给了 {stars} 颗星</View>}
      <View className="solved__words">{words}</View>
      {(before !== null || after !== null) && (
        <View className="solved__pictures">
          {before !== null && <Picture url={before} label="办之前" />}
          {after !== null && <Picture url={after} label="办好以后" />}
        </View>
      )}
      <Button
        label="这一条不妥"
        fuller={`“${title}”这一条不妥`}
        look="quiet"
        onTap={() => goTo('complain', { entry: id, title })}
      />
    </Card>
  )
}

function Picture({ url, label }: { url: string; label: string }) {
  return (
    <View>
      <Image
        className="solved__picture"
        src={url}
        mode="aspectFill"
        {...tellingPicture(`${label}的照片`)}
      />
      <View>{label}</View>
    </View>
  )
}
