import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { branchesOf } from '@/domain/surveys/draft'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { More } from '@/src/design/More'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useSaveSurvey, useSurveyDraft } from '@/src/queries/surveysStaff'
import { goBack } from '@/src/routes'
import { kindNames } from '@/src/words/surveys'
import type { QuestionKind, SurveyDraft, SurveyQuestion, SurveyWhole } from '@/types/surveys'
import { fitted, moved, newQuestion, withoutQuestion, withQuestion } from '../writing'
import { Branch } from './components/Branch'
import { Details } from './components/Details'

/** One question of a survey, or a new one: its words, what can be answered, and when it is asked. */
export default function SurveyQuestionEdit() {
  const { survey = '', question } = useRouter().params
  const reading = useSurveyDraft(survey)
  const [kind, setKind] = useState<QuestionKind>()
  const whole = reading.data
  const known = whole?.draft.questions.find(({ id }) => id === question)
  if (whole && known) return <Form key={known.id} of={whole} begin={known} isNew={false} />
  if (whole && kind !== undefined)
    return <Form of={whole} begin={newQuestion(kind, whole.draft)} isNew />
  return (
    <Page
      title={question === undefined ? '加一道题' : '改题目'}
      action={<Button label="返回" look="quiet" onTap={goBack} />}
    >
      <Reading of={reading} failed="问卷没有打开">
        {() =>
          question === undefined ? (
            <Choice
              label="怎么答"
              options={(Object.keys(kindNames) as QuestionKind[]).map((value) => ({
                value,
                ...kindNames[value],
              }))}
              value={kind}
              onChange={setKind}
            />
          ) : (
            <Empty label="这一题没有了" detail="同事可能刚删掉。请返回看看。" drawing="pen" />
          )
        }
      </Reading>
    </Page>
  )
}

type Step = 'words' | 'details' | 'branch'

const titles: Readonly<Record<Step, string>> = {
  words: '题目',
  details: '可以怎么答',
  branch: '什么时候才问',
}

type FormProps = { of: SurveyWhole; begin: SurveyQuestion; isNew: boolean }

function Form({ of, begin, isNew }: FormProps) {
  const { id: survey, draft } = of
  const save = useSaveSurvey()
  // The draft as it was opened: what a colleague saved since is noticed, and not written over.
  const [rev, setRev] = useState(of.rev)
  const [question, setQuestion] = useState(begin)
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const place = isNew
    ? draft.questions.length
    : draft.questions.findIndex(({ id }) => id === question.id)
  const earlier = draft.questions.slice(0, place).filter((one) => branchesOf(one).length > 0)
  const steps: Step[] = [
    'words',
    ...(question.kind === 'text' ? [] : (['details'] as const)),
    ...(earlier.length > 0 ? (['branch'] as const) : []),
  ]
  const step = steps[at] ?? 'words'
  const last = at >= steps.length - 1
  const keep = (next: SurveyDraft, said: string, done: (rev: number) => void) =>
    save.submit(
      { survey, rev, draft: next },
      {
        done: (saved) => {
          showToast(said)
          done(saved.rev)
        },
      },
    )
  const send = () => keep(withQuestion(draft, fitted(question)), '存好了', goBack)
  const move = (by: 1 | -1) =>
    keep(moved(draft, question.id, by), by < 0 ? '往前挪了一位' : '往后挪了一位', setRev)
  const goOn = () => {
    if (question.words.trim() === '') {
      setTried(true)
      setAt(0)
    } else if (last) send()
    else {
      setAt(at + 1)
      toTop()
    }
  }
  const busy = save.busy || save.waiting
  return (
    <Page
      wide
      title={titles[step]}
      subtitle={`第 ${place + 1} 题 · ${kindNames[question.kind].label} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          <Button label={last ? '存好' : '下一步'} busy={busy} onTap={goOn} />
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => setAt(at - 1)} />}
        </>
      }
    >
      {step === 'words' && (
        <>
          <Field
            label="题目"
            hint="一句话，像当面问一样"
            most={80}
            value={question.words}
            onChange={(words) => setQuestion({ ...question, words })}
            {...(tried && question.words.trim() === '' && { error: '请写上题目' })}
          />
          <Field
            label="补充一句"
            optional
            most={80}
            value={question.hint}
            onChange={(hint) => setQuestion({ ...question, hint })}
          />
          <Field
            label="从这题起的小标题"
            hint="写了就另起一页，比如：吃饭、出行"
            optional
            most={20}
            value={question.section}
            onChange={(section) => setQuestion({ ...question, section })}
          />
          <Switch
            label="必填"
            on={question.required}
            onChange={(required) => setQuestion({ ...question, required })}
          />
          {!isNew && (
            <More label="挪位置、删掉">
              {place > 0 && (
                <Button label="往前挪一位" look="secondary" busy={busy} onTap={() => move(-1)} />
              )}
              {place < draft.questions.length - 1 && (
                <Button label="往后挪一位" look="secondary" busy={busy} onTap={() => move(1)} />
              )}
              <Button label="删掉这一题" look="danger" onTap={() => setRemoving(true)} />
            </More>
          )}
        </>
      )}
      {step === 'details' && <Details question={question} onChange={setQuestion} />}
      {step === 'branch' && (
        <Branch
          question={question}
          earlier={earlier}
          all={draft.questions}
          onChange={setQuestion}
        />
      )}
      {removing && (
        <Sheet
          label="删掉这一题吗？"
          yes={{
            label: '删掉',
            danger: true,
            busy,
            onTap: () => keep(withoutQuestion(draft, question.id), '删掉了', goBack),
          }}
          onBack={() => setRemoving(false)}
        >
          <Submitted of={save} />
          <View>已经发布的那一版里还有这一题，居民交的答卷不会少。</View>
        </Sheet>
      )}
    </Page>
  )
}
