import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Filling } from '@/src/packages/surveys/components/Filling'
import { Reading } from '@/src/queries/Reading'
import { useSurveyDraft } from '@/src/queries/surveysStaff'
import { goBack } from '@/src/routes'
import type { SurveyAnswers } from '@/types/surveys'

/** A survey as residents will see it; nothing of it is kept or sent. */
export default function SurveyPreview() {
  const { survey = '' } = useRouter().params
  const reading = useSurveyDraft(survey)
  const [answers, setAnswers] = useState<SurveyAnswers>({})
  const draft = reading.data?.draft
  if (draft && draft.questions.length > 0)
    return (
      <Filling
        title={draft.title}
        subtitle="预览"
        questions={draft.questions}
        answers={answers}
        onChange={setAnswers}
        send={{ label: '看完了，返回', onSend: goBack }}
      >
        <Notice label="这是居民看到的样子，填的不会交上去" />
        {draft.about !== '' && <View>{draft.about}</View>}
        <Button label="不看了，返回" look="quiet" onTap={goBack} />
      </Filling>
    )
  return (
    <Page title="预览" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      <Reading of={reading} failed="问卷没有打开">
        {() => <Empty label="还没有题目" detail="请返回，先加几道题。" drawing="pen" />}
      </Reading>
    </Page>
  )
}
