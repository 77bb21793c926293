import Taro from '@tarojs/taro'
import { useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import { newKey } from '@/src/api/key'
import type { SurveyAnswers } from '@/types/surveys'

/** What was answered so far, of which version; and the key of the form it belongs to. */
export interface KeptAnswers {
  version: number
  answers: SurveyAnswers
  key: string
}

const storageKey = (name: string): string => `chj.survey.${currentCentre() ?? ''}.${name}`

/** Once it was sent, or somebody else answered, there is nothing to go on with. */
export const forgetAnswers = (name: string): void => Taro.removeStorageSync(storageKey(name))

/**
 * What was answered stays on the phone until it is sent: a call, a closed program or an empty battery lose nothing.
 * `name` tells apart surveys and whom they are answered for; null for somebody nobody knows, whose answers are not kept:
 * the next one would find them. What was begun of another version is put aside.
 */
export const useKeptAnswers = (
  name: string | null,
  version: number,
  begin: SurveyAnswers,
): { kept: KeptAnswers; keep: (answers: SurveyAnswers) => void; goesOn: boolean } => {
  const [before] = useState(() => {
    const stored = name !== null && (Taro.getStorageSync(storageKey(name)) as KeptAnswers | '')
    return stored && stored.version === version ? stored : undefined
  })
  const [kept, setKept] = useState<KeptAnswers>(
    () => before ?? { version, answers: begin, key: newKey() },
  )
  const keep = (answers: SurveyAnswers) => {
    const next = { ...kept, answers }
    setKept(next)
    if (name !== null) Taro.setStorageSync(storageKey(name), next)
  }
  return { kept, keep, goesOn: before !== undefined }
}
