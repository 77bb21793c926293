import type { ErrorData } from '@/types/shared/envelope'
import { CallError, type Contracts } from './call'
import { activities } from './words/activities'
import { centre } from './words/centre'
import { common } from './words/common'
import { notices } from './words/notices'
import { residents } from './words/residents'

/** Error code, or `procedure.code` where the next step is another → what the person reads, with the next step. */
export type Words = Readonly<Record<string, string | ((data: ErrorData) => string)>>

/** What every phone has from the start: the modules of the main package. */
const modules: Partial<Record<keyof Contracts, Words>> = { activities, centre, notices, residents }

/** A module whose screens come in a package of their own brings its words along. */
export const bringWords = (module: keyof Contracts, words: Words): void => {
  modules[module] = words
}

const general = '没有办成。请过一会儿再试，或者打电话给社区。'

/** The sentence for a code of a module; a code this phone does not know yet gets a general one. */
export const wordsOf = (
  module: keyof Contracts,
  code: string,
  data: ErrorData = {},
  procedure = '',
): string => {
  const own = modules[module]
  const words = own?.[`${procedure}.${code}`] ?? own?.[code] ?? common[code] ?? general
  return typeof words === 'function' ? words(data) : words
}

/** The sentence for anything a call may have thrown. */
export const wordsFor = (error: unknown): string =>
  error instanceof CallError
    ? wordsOf(error.module, error.code, error.data, error.procedure)
    : general
