import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Tag } from '@/src/design/Tag'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useSurveyTexts } from '@/src/queries/surveysStaff'
import { cachedAt } from '@/src/queries/when'

/** What people wrote to one question, for staff only. */
export default function SurveyTexts() {
  const { survey = '', question = '' } = useRouter().params
  const reading = useSurveyTexts(survey, question)
  const cached = cachedAt(reading)
  return (
    <Page wide title="大家写的话" subtitle="只给工作人员看" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="没有打开">
        {(texts) => (
          <>
            {texts.length === 0 && (
              <Empty label="还没有人写" detail="写了会出现在这里。" drawing="bubble" />
            )}
            {texts.map(({ id, words: said, name, unchecked }) => (
              <Card key={id} label={said}>
                <View>{said}</View>
                {name !== null && <View>{name}</View>}
                {unchecked && <Tag label="微信没有检查过" tone="gold" drawing="warn" />}
              </Card>
            ))}
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
    </Page>
  )
}
