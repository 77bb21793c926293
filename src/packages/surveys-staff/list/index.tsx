import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { useStaffSurveys, type SurveyView } from '@/src/queries/surveysStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { surveySaid } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { SurveyForStaff } from '@/types/surveys'

const views: ReadonlyArray<{ value: SurveyView; label: string }> = [
  { value: 'open', label: '正在填' },
  { value: 'draft', label: '还没发布' },
  { value: 'closed', label: '结束了' },
]

const empty: Readonly<Record<SurveyView, string>> = {
  open: '现在没有开着的问卷',
  draft: '没有写到一半的问卷',
  closed: '还没有结束的问卷',
}

/** 12 份，共 40 户; 12 份 */
const answersSaid = ({ answers, audience, per }: SurveyForStaff): string =>
  `${answers} 份${audience === null ? '' : `，共 ${audience} ${per === 'household' ? '户' : '人'}`}`

/** Surveys of my nodes: writing them is for the community and the centre, taking them to doors for grid workers too. */
export default function StaffSurveys() {
  const [view, setView] = useState<SurveyView>('open')
  const reading = useStaffSurveys(view)
  const writes = useHolds()('communityStaff', 'centreStaff')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="问卷调查"
      subtitle={writes ? '写问卷、入户填、看结果' : '入户填问卷'}
      {...(cached && { cachedAt: cached })}
      {...(writes && {
        action: <Button label="写一份新问卷" drawing="plus" onTap={() => goTo('surveyEdit')} />,
      })}
    >
      {writes && <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />}
      <Reading of={reading} failed="问卷没有打开">
        {(surveys) =>
          surveys.length === 0 ? (
            <Empty
              label={empty[view]}
              detail={writes ? '点下面的按钮，写一份。' : '社区发布了，会出现在这里。'}
              drawing="pen"
            />
          ) : (
            <>
              <Rows label={views.find(({ value }) => value === view)?.label ?? ''}>
                {surveys.map((survey) => (
                  <SurveyRow key={survey.id} survey={survey} writes={writes} />
                ))}
              </Rows>
              <ReadOn of={reading} />
              <Printing label="打印名单" sheet={sheetOf(surveys)} />
            </>
          )
        }
      </Reading>
      <Row
        label="替人填问卷"
        detail="在服务台或电话里"
        drawing="person"
        colour="pine"
        onTap={() => goTo('surveyFor')}
      />
    </Page>
  )
}

function SurveyRow({ survey, writes }: { survey: SurveyForStaff; writes: boolean }) {
  const { id, title, state, nodeName, closes } = survey
  const said = surveySaid(state)
  return (
    <Row
      label={title}
      detail={[
        nodeName,
        state === 'draft' ? '' : answersSaid(survey),
        closes === null ? '' : `${whenSaid(closes, now())} 截止`,
      ]
        .filter(Boolean)
        .join(' · ')}
      drawing="pen"
      colour="blue"
      saying={said.label}
      onTap={() => goTo(writes ? 'staffSurvey' : 'surveyDoor', { survey: id })}
    >
      <Tag {...said} />
    </Row>
  )
}

const sheetOf = (surveys: readonly SurveyForStaff[]) => ({
  title: '问卷名单',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['问卷', '给哪里', '状态', '答卷', '截止'],
      rows: surveys.map((survey) => [
        survey.title,
        survey.nodeName,
        surveySaid(survey.state).label,
        answersSaid(survey),
        survey.closes === null ? '' : whenSaid(survey.closes, now()),
      ]),
    },
  ],
})
