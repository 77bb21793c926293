/** A phone number, or one that may be: longer than a year or a number of a case. */
const phones = /\d{7,}|\d{3,4}[-\s]\d{7,8}/

/** 301室, 2单元, 3-2-301: nobody's door is shown. */
const doors = /\d+\s*(?:室|户|单元|门)|\d+\s*-\s*\d+\s*-\s*\d+|[一二三四五六七八九十]+单元/

/** Names of one character would be found in any sentence. */
const shortest = 2

const names = (words: string, all: readonly string[]): boolean =>
  phones.test(words) ||
  doors.test(words) ||
  all.some((name) => name.length >= shortest && words.includes(name))

/** Where words for everybody name somebody, their number or their door; null when they name nobody. */
export const fieldNaming = (
  draft: { readonly title: string; readonly words: string },
  all: readonly string[],
): 'title' | 'words' | null => {
  if (names(draft.title, all)) return 'title'
  return names(draft.words, all) ? 'words' : null
}
