import type { Facts } from './facts'

/** Longer runs of a name are not kept: a query of more characters is cut to as many. */
const longestRun = 4

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.]/g, '')

/** A door as one writes it in many ways: 2单元301室, 2-301 and ２－３０１ are the same; what stands in brackets is a remark. */
export const doorOf = (text: string): string =>
  plain(text)
    .replace(/\([^)]*\)/g, '')
    .replace(/[-—–_,，/#]|单元|门|室|号|楼|栋|幢|座/g, '')
    .replace(/(^|\D)0+(?=\d)/g, '$1')

const runsOf = (name: string): string[] => {
  const letters = [...plain(name)]
  return letters.flatMap((_, start) =>
    Array.from({ length: Math.min(longestRun, letters.length - start) }, (_, more) =>
      letters.slice(start, start + more + 1).join(''),
    ),
  )
}

export interface Findable {
  facts: Pick<Facts, 'name' | 'path'>
  phone: string | null
  home: { unit?: string | undefined; room?: string | undefined } | null
  buildingName: string | null
}

/**
 * What a person is found by: every run of up to four characters of the name, the last four digits of the phone, the
 * building alone, with the room, and with unit and room. Each for every node of the path, so that a grid worker's search
 * walks only the people of the grid.
 */
export const tokensOf = ({ facts, phone, home, buildingName }: Findable): string[] => {
  const words = new Set(runsOf(facts.name))
  if (phone) words.add(phone.slice(-4))
  if (home && buildingName) words.add(doorOf(buildingName))
  if (home?.room && buildingName) {
    words.add(doorOf(`${buildingName}-${home.room}`))
    if (home.unit) words.add(doorOf(`${buildingName}-${home.unit}-${home.room}`))
  }
  return facts.path.flatMap((node) => [...words].map((word) => tokenAt(node, word)))
}

export const tokenAt = (node: string, word: string): string => `${node}/${word}`

/** A mainland number has seven digits at least; a building, unit and room written as digits have fewer. */
const phoneDigits = 7

/** The one token that a typed text asks for. */
export const askedFor = (text: string): string => {
  const typed = plain(text)
  const digits = typed.replace(/\D/g, '')
  if (/^[\d-]+$/.test(typed) && digits.length >= phoneDigits) return digits.slice(-4)
  if (digits !== '') return doorOf(typed)
  return [...typed].slice(0, longestRun).join('')
}
