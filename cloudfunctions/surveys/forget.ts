import { withoutWords } from '@/domain/surveys/answers'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { completeAnswer } from './complete'
import { answers, marks } from './store'

/**
 * Takes a person's name and what they wrote out of their answers, and their name out of those they gave for others; what
 * was chosen stays and counts. That they answered
 * stays under an id that says nothing, so that nobody answers once more.
 */
export const forget = async (centre: string, ids: readonly string[]): Promise<void> => {
  for (const person of ids) {
    let after: string | undefined
    do {
      const page = await marks.of(centre).page({ where: { person }, by: ['_id', 'asc'], after })
      for (const mark of page.documents) await completeAnswer(mark)
      after = page.next ?? undefined
    } while (after !== undefined)
    do {
      const page = await answers.of(centre).page({ where: { person }, by: ['_id', 'asc'], after })
      for (const { _id, answers: said } of page.documents)
        await repeat(() =>
          answers.of(centre).change(_id, {
            answers: command.set(withoutWords(said)),
            ...{ texts: command.set([]), person: null, household: null, byName: null },
          }),
        )
      after = page.next ?? undefined
    } while (after !== undefined)
  }
  const by = { by: command.in([...ids]) }
  // Their name first, so that what is not written yet is written without it.
  await repeat(() => marks.of(centre).changeAll(by, { byName: '' }))
  await repeat(() => answers.of(centre).changeAll(by, { by: null, byName: null }))
}
