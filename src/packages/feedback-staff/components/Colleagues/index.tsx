import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { useColleagues } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'

type ColleaguesProps = {
  cases: readonly string[]
  value: string | undefined
  onChange: (person: string) => void
}

/** Who works where the cases are, by name. */
export function Colleagues({ cases, value, onChange }: ColleaguesProps) {
  const reading = useColleagues(cases)
  return (
    <Reading of={reading} failed="同事的名单没有打开">
      {({ people }) =>
        people.length === 0 ? (
          <Empty label="这个地方没有别的同事" detail="可以交给上一级。" drawing="person" />
        ) : (
          <Choice
            label="转给谁"
            options={people.map(({ id, name, office }) => ({
              value: id,
              label: name,
              detail: office,
            }))}
            value={value}
            onChange={onChange}
          />
        )
      }
    </Reading>
  )
}
