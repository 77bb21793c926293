import { Image, View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { tellingPicture } from '@/src/design/picture'
import { levelNames, photoSaid, stepLine } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { FollowedCase, ShownPhoto } from '@/types/feedback'
import './index.scss'

/** Pictures with what became of their check. */
export function Pictures({ photos, of }: { photos: readonly ShownPhoto[]; of: string }) {
  if (photos.length === 0) return null
  return (
    <View className="case-pictures">
      {photos.map(({ url, state }, i) => (
        <View key={url ?? `${state} ${i}`}>
          {url !== null && (
            <Image
              className="case-pictures__one"
              src={url}
              mode="aspectFit"
              {...tellingPicture(`${of}，第 ${i + 1} 张照片`)}
            />
          )}
          {photoSaid[state] !== '' && (
            <View>
              第 {i + 1} 张照片{photoSaid[state]}
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

/** 明天上午 9:00，在东门; the place may still wait for somebody who looks at the words. */
export const meetSaid = ({ at, where }: NonNullable<FollowedCase['steps'][number]['meet']>) =>
  `${whenSaid(at, now())}，${where === '' ? '在哪儿见，过一会儿写在这里' : `在${where}`}`

/** All that happened, the newest first, in plain words and with who did it. */
export function TimeLine({ steps, mine }: Pick<FollowedCase, 'steps' | 'mine'>) {
  return (
    <>
      <Heading label="办到哪一步了" />
      {[...steps].reverse().map((step, i) => {
        const { at, words, photos, level, meet, doubtful, withheld } = step
        const said = stepLine(step, mine ? '您' : '反映的人')
        const when = whenSaid(at, now())
        return (
          <Card key={`${at} ${step.kind} ${i}`} label={`${when}，${said}`}>
            <Heading label={said} level={3} />
            <View>
              {when}
              {level !== null && ` · 到了${levelNames[level]}这一级`}
            </View>
            {words !== '' && <View>“{words}”</View>}
            {withheld && words !== '' && (
              <View>工作人员看过了：这几句不给别人看，您自己还看得到。</View>
            )}
            {doubtful && (
              <View>
                {words === ''
                  ? '写给您的话正在检查，过一会儿就在这里。'
                  : '这几句要等工作人员看一看，别人才看得到。'}
              </View>
            )}
            {meet && <View>{meetSaid(meet)}</View>}
            <Pictures photos={photos} of={said} />
          </Card>
        )
      })}
    </>
  )
}
