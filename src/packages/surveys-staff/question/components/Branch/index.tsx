import { branchesOf } from '@/domain/surveys/draft'
import { Choice } from '@/src/design/Choice'
import { otherOption } from '@/types/shared/surveyLimits'
import type { SurveyQuestion } from '@/types/surveys'

type BranchProps = {
  question: SurveyQuestion
  /** Questions before it that a branch can ask for. */
  earlier: readonly SurveyQuestion[]
  all: readonly SurveyQuestion[]
  onChange: (question: SurveyQuestion) => void
}

const always = 'always'

const branchSaid = (question: SurveyQuestion, id: string): string => {
  if (question.kind === 'scale') return `${id} 分`
  if (id === otherOption) return '其他'
  return 'options' in question ? (question.options.find((one) => one.id === id)?.words ?? '') : ''
}

/** Asked of everybody, or only of who answered an earlier question in one of these ways. */
export function Branch({ question, earlier, all, onChange }: BranchProps) {
  const { showIf } = question
  const chosen = earlier.find(({ id }) => id === showIf?.question)
  const numberOf = (id: string) => all.findIndex((one) => one.id === id) + 1
  return (
    <>
      <Choice
        label="什么时候才问这一题"
        options={[
          { value: always, label: '每个人都问' },
          ...earlier.map(({ id, words }) => ({
            value: id,
            label: `看第 ${numberOf(id)} 题怎么答`,
            detail: words,
          })),
        ]}
        value={chosen?.id ?? (showIf === null ? always : undefined)}
        onChange={(value) =>
          onChange({
            ...question,
            showIf: value === always ? null : { question: value, anyOf: [] },
          })
        }
      />
      {chosen && showIf && (
        <Choice
          many
          label={`第 ${numberOf(chosen.id)} 题答了哪些才问`}
          hint="答了其中一个就问"
          options={branchesOf(chosen).map((id) => ({ value: id, label: branchSaid(chosen, id) }))}
          value={showIf.anyOf}
          onChange={(anyOf) => onChange({ ...question, showIf: { ...showIf, anyOf } })}
        />
      )}
    </>
  )
}
