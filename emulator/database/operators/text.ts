import { isDocument, type Document } from '../document'
import { badValue } from '../failures'
import type { QueryOperator } from '../language'

/**
 * `$text`: a document matches when one of the words stands in one of its texts, all "phrases" do, and no -word.
 * Words are runs of letters and digits, so a Chinese run is one word, as in MongoDB without a segmenter.
 */
export const text: QueryOperator = (_field, operand) => {
  const spec = isDocument(operand) ? operand : {}
  if (typeof spec.$search !== 'string') throw badValue('Missing $search for $text')
  const fold = foldingOf(spec)
  const phrases = [...spec.$search.matchAll(/"([^"]+)"/g)].map((match) => fold(match[1]!))
  const rest = spec.$search.replace(/"[^"]*"/g, ' ')
  const terms = rest.split(/\s+/).filter((term) => term !== '')
  const refused = terms
    .filter((term) => term.startsWith('-'))
    .flatMap((term) => wordsOf(fold(term)))
  const wanted = [
    ...terms.filter((term) => !term.startsWith('-')).flatMap((term) => wordsOf(fold(term))),
    ...phrases.flatMap(wordsOf),
  ]
  return (document) => {
    const texts = textsOf(document).map(fold)
    const words = new Set(texts.flatMap(wordsOf))
    return (
      wanted.some((word) => words.has(word)) &&
      phrases.every((phrase) => texts.some((one) => one.includes(phrase))) &&
      !refused.some((word) => words.has(word))
    )
  }
}

function foldingOf({ $caseSensitive, $diacriticSensitive }: Document): (text: string) => string {
  return (given) => {
    const plain =
      $diacriticSensitive === true ? given : given.normalize('NFD').replace(/\p{M}/gu, '')
    return $caseSensitive === true ? plain : plain.toLowerCase()
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isDocument(value) ? Object.values(value).flatMap(textsOf) : []
}
