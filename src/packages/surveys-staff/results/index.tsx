import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { InputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'
import { Figures } from '@/src/packages/surveys/components/Figures'
import { openFile } from '@/src/platform/openFile'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useExportSurvey, useSurveyResults } from '@/src/queries/surveysStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { sliceSaid } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { SurveyResults as Results } from '@/types/surveys'
import { Release } from './components/Release'
import { resultsSheet } from './resultsSheet'

const all = 'all'

/** What came of a survey: of all versions together or one, of everybody or a part. */
export default function SurveyResults() {
  const { survey = '' } = useRouter().params
  const [version, setVersion] = useState(all)
  const [slice, setSlice] = useState(all)
  const input: InputOf<'surveys', 'results'> = {
    survey,
    ...(version !== all && { version: Number(version) }),
    ...(slice !== all && { slice }),
  }
  const reading = useSurveyResults(input)
  const exporting = useExportSurvey()
  const cached = cachedAt(reading)
  const value = reading.data
  const make = () =>
    exporting.submit(
      { survey },
      {
        done: ({ url }) =>
          void openFile(url, `${value?.survey.title ?? '问卷'}结果.xlsx`).catch(() =>
            showToast('表格做好了，但是没有打开。请再点一次', 'warn'),
          ),
      },
    )
  return (
    <Page
      wide
      title="问卷结果"
      {...(value && { subtitle: value.survey.title })}
      {...(cached && { cachedAt: cached })}
      action={
        value?.withheld === null && (
          <>
            <Submitted of={exporting} />
            <Button
              label="导出 Excel 表格"
              busy={exporting.busy || exporting.waiting}
              onTap={make}
            />
          </>
        )
      }
    >
      <Reading of={reading} failed="结果没有打开">
        {(results) => (
          <>
            <Sum of={results} whole={version === all && slice === all} />
            {results.versions.length > 1 && (
              <Tabs
                label="看哪一版"
                tabs={[
                  { value: all, label: '各版一起' },
                  ...results.versions.map((one) => ({
                    value: String(one.version),
                    label: `第 ${one.version} 版 ${one.answers} 份`,
                  })),
                ]}
                value={version}
                onChange={(next) => {
                  setVersion(next)
                  setSlice(all)
                }}
              />
            )}
            {results.slices.length > 0 && (
              <Tabs
                label="看哪些人"
                tabs={[
                  { value: all, label: '所有人' },
                  ...results.slices.map((one) => ({
                    value: one.id,
                    label: `${sliceSaid(one)} ${one.answers} 份`,
                  })),
                ]}
                value={slice}
                onChange={setSlice}
              />
            )}
            <Questions of={results} survey={survey} />
            <Release of={results} survey={survey} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Sum({ of, whole }: { of: Results; whole: boolean }) {
  const { answers, onRecord, audience, countedAt, survey } = of
  const unit = survey.per === 'household' ? '户' : '人'
  const share = audience === null || audience === 0 ? null : Math.round((onRecord / audience) * 100)
  return (
    <Card label="一共">
      <Figure
        label={whole ? '答卷' : '这部分的答卷'}
        value={`${answers} 份`}
        {...(whole &&
          audience !== null &&
          share !== null && {
            reason: `该填 ${audience} ${unit}，登记过的填了 ${onRecord} ${unit}，占 ${share}%`,
          })}
      />
      {countedAt !== null && <View>{`${whenSaid(countedAt, now())} 统计的，每一刻钟更新`}</View>}
      {countedAt === null && <View>还没有统计，每一刻钟统计一次</View>}
      <View>不到 5 份的年龄段和社区不单独显示，免得看出是谁。</View>
    </Card>
  )
}

function Questions({ of, survey }: { of: Results; survey: string }) {
  if (of.withheld === 'open') return <Notice label="不记名字的问卷，结束七天以后才出结果" />
  if (of.withheld === 'late')
    return (
      <Notice
        label={`不记名字的问卷，${of.shownFrom === null ? '过几天' : whenSaid(of.shownFrom, now())} 以后才出结果`}
      >
        入户填的最晚七天传上来。等都到了再看，谁也猜不出最后几份是谁填的。
      </Notice>
    )
  if (of.withheld === 'few')
    return <Notice kind="warn" label="不到 5 份答卷，不出结果，免得看出是谁填的" />
  if (of.answers === 0)
    return <Empty label="还没有结果" detail="有人填了，统计以后会出现在这里。" drawing="pen" />
  return (
    <>
      {of.questions.map((figures) => (
        <View key={figures.id}>
          <Figures of={figures} />
          {figures.texts > 0 && (
            <Row
              label={`第 ${figures.number} 题写的话`}
              detail={`${figures.texts} 条，只给工作人员看`}
              drawing="bubble"
              colour="blue"
              onTap={() => goTo('surveyTexts', { survey, question: figures.id })}
            />
          )}
        </View>
      ))}
      <Printing label="打印结果" sheet={resultsSheet(of)} />
    </>
  )
}
