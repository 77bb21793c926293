import { allAnswers, onRecord, shownParts } from '@/domain/surveys/counts'
import { everybody, stateAt } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import {
  countedVersions,
  countersIn,
  figuresIn,
  shownFrom,
  slicesShown,
  withheldOf,
} from './figures'
import { headOf, publishedOne } from './show'
import { answersIn } from '@/domain/surveys/counts'
import { headFields, surveys } from './store'

/** The totals as they are kept: no answer is read for it. */
export const results = procedure(contract, 'results', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),
  place: ({ loaded: { path } }) => path,

  async run({ centre, loaded, input: { version, slice = everybody }, at }) {
    const all = await countedVersions(loaded)
    const { anonymous } = loaded.head
    const withheld = withheldOf(loaded, all, at)
    const parts = all.map(({ document, counts }) => ({
      version: document.version,
      at: document.at,
      answers: answersIn(counts, everybody),
    }))
    const mayChoose = anonymous ? shownParts(parts) : parts
    if (version !== undefined && !mayChoose.some((part) => part.version === version))
      return fail('NotFound')
    // Of an anonymous one a version is not broken down: what lies between it and the whole could be too few.
    const chosen = all.filter(
      ({ document }) => version === undefined || document.version === version,
    )
    const slices =
      withheld !== null || (anonymous && version !== undefined)
        ? []
        : await slicesShown(centre, chosen)
    if (slice !== everybody && !slices.some(({ id }) => id === slice)) return fail('NotFound')
    const { counters } = countersIn(all, version, slice)
    return {
      survey: headOf(loaded),
      state: stateAt(loaded, at),
      versions: mayChoose,
      answers: counters[allAnswers] ?? 0,
      onRecord: counters[onRecord] ?? 0,
      audience: loaded.audience,
      countedAt: Math.max(0, ...all.map((one) => one.at ?? 0)) || null,
      withheld,
      shownFrom: withheld === 'late' ? shownFrom(loaded) : null,
      questions: withheld === null ? figuresIn(all, version, slice) : [],
      slices,
      summary: loaded.summary,
      released: loaded.released,
    }
  },
})
