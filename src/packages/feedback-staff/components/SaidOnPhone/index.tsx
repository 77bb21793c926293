import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { ratingNames } from '@/src/words/feedback'

const ratings = ([5, 4, 3, 2, 1] as const).map((stars) => ({
  value: String(stars),
  label: ratingNames[stars],
}))

/** What came of a call, as far as it is put down; `said` is what is sent, null while something is missing. */
export const useSaidOnPhone = <A extends string>() => {
  const [answer, setAnswer] = useState<A>()
  const [words, setWords] = useState('')
  const [stars, setStars] = useState<string>()
  const [tried, setTried] = useState(false)
  const wordsMissing = answer === 'notSolved' && words.trim() === ''
  return {
    ...{ answer, setAnswer, words, setWords, stars, setStars, tried, wordsMissing },
    said: () => {
      setTried(true)
      if (answer === undefined || wordsMissing) return null
      return {
        ...{ answer, words: words.trim() },
        ...(answer === 'solved' && stars !== undefined && { stars: Number(stars) }),
      }
    },
  }
}

type SaidOnPhoneProps<A extends string> = {
  of: ReturnType<typeof useSaidOnPhone<A>>
  label: string
  options: ReadonlyArray<{ value: A; label: string; detail?: string }>
  /** Where nothing is chosen. */
  missing: string
}

/** What who telephoned says of what was done for them; how it was done they need not say. */
export function SaidOnPhone<A extends string>({
  of,
  label,
  options,
  missing,
}: SaidOnPhoneProps<A>) {
  const { answer, words, stars, tried, wordsMissing } = of
  return (
    <>
      <Choice label={label} options={options} value={answer} onChange={of.setAnswer} />
      {tried && answer === undefined && <Notice kind="error" label={missing} />}
      {answer === 'solved' && (
        <Choice
          label="他觉得办得怎么样（他没有说，可以不选）"
          options={ratings}
          value={stars}
          onChange={of.setStars}
        />
      )}
      <Field
        label={answer === 'notSolved' ? '哪里没有办好' : '他还说了什么'}
        optional={answer !== 'notSolved'}
        value={words}
        onChange={of.setWords}
        most={300}
        {...(tried && wordsMissing && { error: '请写一句哪里没有办好' })}
      />
    </>
  )
}
