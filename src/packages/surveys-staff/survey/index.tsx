import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { branchHolds, isComplete } from '@/domain/surveys/draft'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useCloseSurvey, usePublishSurvey, useSurveyDraft } from '@/src/queries/surveysStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { kindNames, surveySaid } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import { mostQuestions } from '@/types/shared/surveyLimits'
import type { SurveyWhole } from '@/types/surveys'

/** One survey: its questions as they are written, and all that can be done with it. */
export default function StaffSurvey() {
  const { survey = '' } = useRouter().params
  const reading = useSurveyDraft(survey)
  const [asking, setAsking] = useState<'publish' | 'close'>()
  const cached = cachedAt(reading)
  const value = reading.data
  const publishes = value && value.state !== 'closed' && value.changed
  return (
    <Page
      wide
      title={value?.title ?? '问卷'}
      {...(value && { subtitle: value.nodeName })}
      {...(cached && { cachedAt: cached })}
      action={
        publishes && (
          <Button
            label={value.version === 0 ? '发布' : '发布改过的这一版'}
            onTap={() => setAsking('publish')}
          />
        )
      }
    >
      <Reading of={reading} failed="问卷没有打开">
        {(whole) => (
          <>
            <Stands of={whole} />
            <Doing of={whole} onClose={() => setAsking('close')} />
            <Questions of={whole} />
            {asking === 'publish' && <Publish of={whole} onBack={() => setAsking(undefined)} />}
            {asking === 'close' && <Close of={whole} onBack={() => setAsking(undefined)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

type PartProps = { of: SurveyWhole }

function Stands({
  of: { state, answers, audience, per, anonymous, draft, version, changed },
}: PartProps) {
  const said = surveySaid(state)
  const unit = per === 'household' ? '户' : '人'
  const { opens, closes } = draft
  return (
    <Card label={said.label}>
      <Tag {...said} />
      {version > 0 && (
        <Figure
          label="答卷"
          value={`${answers} 份`}
          reason={audience === null ? `每${unit}一份` : `共 ${audience} ${unit}，每${unit}一份`}
        />
      )}
      <View>{anonymous ? '不记名字' : '记名字'}</View>
      {opens !== null && closes !== null && (
        <View>{`${whenSaid(opens, now())} 开始，${whenSaid(closes, now())} 截止`}</View>
      )}
      {version > 0 && changed && state !== 'closed' && (
        <Notice
          kind="warn"
          label="改过了，还没发布"
        >{`居民现在填的是第 ${version} 版，发布以后填新的。`}</Notice>
      )}
    </Card>
  )
}

function Doing({ of, onClose }: PartProps & { onClose: () => void }) {
  const { id: survey, state, version } = of
  const writable = state !== 'closed'
  return (
    <Rows label="能做的">
      {version > 0 && (
        <Row
          label="看结果"
          detail="合计、占比、导出、公布"
          drawing="book"
          colour="pine"
          onTap={() => goTo('surveyResults', { survey })}
        />
      )}
      {version > 0 && (
        <Row
          label="入户填"
          detail="名单、断网也能填"
          drawing="house"
          colour="brick"
          onTap={() => goTo('surveyDoor', { survey })}
        />
      )}
      <Row
        label="预览"
        detail="居民看到的样子"
        drawing="info"
        colour="blue"
        onTap={() => goTo('surveyPreview', { survey })}
      />
      {writable && (
        <Row
          label="改名称、对象和时间"
          detail="给谁填、哪天截止"
          drawing="pen"
          colour="gold"
          onTap={() => goTo('surveyEdit', { survey })}
        />
      )}
      <Row
        label="复制一份"
        detail="题目都带过去，从头再发一次"
        drawing="plus"
        colour="gold"
        onTap={() => goTo('surveyEdit', { copy: survey })}
      />
      {(state === 'open' || state === 'coming') && (
        <Row
          label="提前结束"
          detail="结束以后不能再填"
          drawing="close"
          colour="brick"
          onTap={onClose}
        />
      )}
    </Rows>
  )
}

function Questions({ of: { id: survey, draft, state } }: PartProps) {
  const { questions } = draft
  const writable = state !== 'closed'
  return (
    <>
      <Heading label={`${questions.length} 道题`} />
      <Rows label="题目">
        {questions.map((question, i) => {
          const wrong = !isComplete(question)
            ? '没写完'
            : !branchHolds(questions, i)
              ? '条件对不上'
              : null
          return (
            <Row
              key={question.id}
              label={`${i + 1}. ${question.words || '还没写题目'}`}
              detail={[
                kindNames[question.kind].label,
                question.required ? '必填' : '可不填',
                question.showIf === null ? '' : '有条件才问',
              ]
                .filter(Boolean)
                .join(' · ')}
              {...(wrong !== null && { saying: wrong })}
              {...(writable && {
                onTap: () => goTo('surveyQuestion', { survey, question: question.id }),
              })}
            >
              {wrong !== null && <Tag label={wrong} tone="brick" drawing="warn" />}
            </Row>
          )
        })}
      </Rows>
      {writable && questions.length < mostQuestions && (
        <Button
          label="加一道题"
          look="secondary"
          drawing="plus"
          onTap={() => goTo('surveyQuestion', { survey })}
        />
      )}
      {questions.length >= mostQuestions && <Notice label={`一份问卷最多 ${mostQuestions} 道题`} />}
    </>
  )
}

type AskProps = PartProps & { onBack: () => void }

function Publish({ of: { id: survey, rev, version, per, anonymous }, onBack }: AskProps) {
  const publish = usePublishSurvey()
  const send = () =>
    publish.submit(
      { survey, rev },
      {
        done: () => {
          showToast('发布好了，到时间会通知居民')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={version === 0 ? '现在发布吗？' : '发布新的一版吗？'}
      yes={{ label: '是的，发布', onTap: send, busy: publish.busy || publish.waiting }}
      back="再看看"
      onBack={onBack}
    >
      <Submitted of={publish} />
      <View>
        {version === 0
          ? `${per === 'household' ? '每户' : '每人'}填一份，${anonymous ? '不记名字' : '记名字'}。这几样发布以后不能改。`
          : '已经交的答卷留在原来那一版，没改过的题一起统计。'}
      </View>
      <View>发布的每一版都不会再变，要改就再发一版。</View>
    </Sheet>
  )
}

function Close({ of: { id: survey, anonymous }, onBack }: AskProps) {
  const close = useCloseSurvey()
  const send = () =>
    close.submit(
      { survey },
      {
        done: () => {
          showToast(anonymous ? '结束了，七天以后出结果' : '结束了，可以看结果')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="现在就结束吗？"
      yes={{
        label: '是的，结束',
        onTap: send,
        danger: true,
        busy: close.busy || close.waiting,
      }}
      onBack={onBack}
    >
      <Submitted of={close} />
      <View>结束以后谁也不能再填，也不能再打开。入户时在这以前填的，传上来还算。</View>
    </Sheet>
  )
}
