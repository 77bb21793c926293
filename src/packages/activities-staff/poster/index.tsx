import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Drawing } from '@/src/design/Drawing'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Paper } from '@/src/design/Paper'
import { tellingPicture } from '@/src/design/picture'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { print } from '@/src/platform/print'
import { usePoster } from '@/src/queries/activitiesStaff'
import { Reading } from '@/src/queries/Reading'
import { audienceSaid, categories } from '@/src/words/activities'
import { clockSaid, spanSaid } from '@/src/words/time'
import { dayOf, monthDay, weekdayOf, type Instant } from '@/types/shared/day'
import './index.scss'
import './print'

type Shown = OutputOf<'activities', 'poster'>

const saveCode = (url: string) => {
  openFile(url, 'poster.png').catch(() => showToast('图片没有打开，请看看网络再点一次', 'error'))
}

/** A sheet for the door: what, when, where, and the code that leads to the sign-up. */
export default function Poster() {
  const { activity = '' } = useRouter().params
  const reading = usePoster(activity)
  const code = reading.data?.codeUrl
  const action = print ? (
    <Button label="打印海报" onTap={print} />
  ) : (
    code && <Button label="看大图，长按保存" onTap={() => saveCode(code)} />
  )
  return (
    <Page title="海报" {...(code && { action })}>
      <Reading of={reading} failed="海报没有打开">
        {(poster) => (
          <>
            {!print && (
              <Notice label="手机上不能直接打印">
                可以把二维码图片存下来发给同事，或者在电脑的浏览器里打开这一页，打印成一张 A4 纸。
              </Notice>
            )}
            <PosterSheet {...poster} />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** A poster hangs for weeks: never 明天. */
const dateSaid = (at: Instant): string => `${monthDay(dayOf(at))} ${weekdayOf(dayOf(at))}`

function PosterSheet({ card, codeUrl }: Shown) {
  const { title, summary, placeName, category, startsAt, endsAt, sessions, opensAt } = card
  // `endsAt` is the end of a series: only a single session has a span to say.
  const time =
    sessions > 1 ? `${clockSaid(startsAt)} 起，共 ${sessions} 次` : spanSaid(startsAt, endsAt)
  return (
    <Paper label="海报" seen>
      <View className="poster">
        <Drawing name={categories[category].drawing} colour="brick" size="large" />
        <View className="poster__title">{title}</View>
        <View className="poster__summary">{summary}</View>
        <View className="poster__fact">{dateSaid(startsAt)}</View>
        <View className="poster__fact">{time}</View>
        <View className="poster__fact">{placeName}</View>
        <View className="poster__summary">{audienceSaid(card.eligibility)}</View>
        <View className="poster__square">
          <Image
            className="poster__code"
            src={codeUrl}
            {...tellingPicture('小程序码：扫一扫就能报名')}
          />
        </View>
        <View className="poster__scan">微信扫一扫报名</View>
        {now() < opensAt && (
          <View className="poster__summary">
            {dateSaid(opensAt)} {clockSaid(opensAt)} 开始报名
          </View>
        )}
        <View className="poster__summary">不会用手机？请到服务台，工作人员替您报。</View>
      </View>
    </Paper>
  )
}
