import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/src/design/Card'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Reading } from '@/src/queries/Reading'
import { useReleasedSurvey } from '@/src/queries/surveys'
import { cachedAt } from '@/src/queries/when'
import { figuresSaid } from '@/src/words/surveys'
import { Figures } from '../components/Figures'

/** What came of a survey, as staff let everybody read it. */
export default function SurveyReleased() {
  const { survey = '' } = useRouter().params
  const reading = useReleasedSurvey(survey)
  const cached = cachedAt(reading)
  return (
    <Page
      title={reading.data?.survey.title ?? '问卷结果'}
      {...(reading.data && { subtitle: `${reading.data.answers} 份答卷` })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="结果没有打开">
        {({ summary, questions }) => (
          <>
            {summary !== '' && (
              <Card label="社区的话">
                <View>{summary}</View>
              </Card>
            )}
            <Speak label="读给我听" words={[summary, ...questions.map(figuresSaid)].join('')} />
            {questions.map((one) => (
              <Figures key={one.id} of={one} />
            ))}
          </>
        )}
      </Reading>
    </Page>
  )
}
