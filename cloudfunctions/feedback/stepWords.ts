import type { CaseStep } from '@/domain/feedback/case'
import { seal, unseal } from '../kit/seal'
import type { CaseDoc } from './store'

const purpose = 'caseStep'

type Words = Pick<CaseStep, 'words' | 'photos' | 'meet' | 'record' | 'papers'>

const none = { words: '', photos: [], meet: null } as const

/** A step as it stands in a sealed case: what was said and shown is sealed. */
export const hideWords = (id: string, step: CaseStep): CaseStep => {
  if (step.hidden !== undefined) return step
  const { words, photos, meet, record, papers, ...rest } = step
  const all: Words = {
    ...{ words, photos, meet },
    ...(record !== undefined && { record }),
    ...(papers !== undefined && { papers }),
  }
  return { ...rest, ...none, hidden: seal(purpose, id, all) }
}

/** The steps of a case with their words, for who may read them. */
export const openSteps = ({ _id, steps }: Pick<CaseDoc, '_id' | 'steps'>): CaseStep[] =>
  steps.map(({ hidden, ...step }) =>
    hidden === undefined ? step : { ...step, ...unseal<Words>(purpose, _id, hidden) },
  )
