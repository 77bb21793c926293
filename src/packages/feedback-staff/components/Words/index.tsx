import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { useAnswerTemplates } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'

type WordsProps = {
  label: string
  hint: string
  value: string
  onChange: (words: string) => void
  most: number
  error: string | undefined
}

/** Words for a resident, which may begin with ready ones. */
export function Words({ label, hint, value, onChange, most, error }: WordsProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Field
        kind="lines"
        label={label}
        hint={hint}
        value={value}
        onChange={onChange}
        most={most}
        {...(error !== undefined && { error })}
      />
      <Button label="用回复范文" look="quiet" drawing="pen" onTap={() => setChoosing(true)} />
      {choosing && (
        <Templates
          onPick={(words) => {
            onChange(words.slice(0, most))
            setChoosing(false)
          }}
          onBack={() => setChoosing(false)}
        />
      )}
    </>
  )
}

function Templates({ onPick, onBack }: { onPick: (words: string) => void; onBack: () => void }) {
  const reading = useAnswerTemplates()
  const [chosen, setChosen] = useState<string>()
  const offered = (reading.data?.templates ?? []).filter(({ retired }) => !retired)
  const words = offered.find(({ id }) => id === chosen)?.words
  return (
    <Sheet
      label="用哪一段"
      yes={{ label: '拿来改一改', onTap: () => words !== undefined && onPick(words) }}
      onBack={onBack}
    >
      <Reading of={reading} failed="范文没有打开">
        {() => (
          <Choice
            label={offered.length === 0 ? '还没有范文，请在工作台“回复范文”里写' : '回复范文'}
            options={offered.map(({ id, name, words: detail }) => ({
              value: id,
              label: name,
              detail,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Reading>
    </Sheet>
  )
}
