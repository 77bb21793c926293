/** What a text is suspected of, by WeChat's label numbers (msgSecCheck 2.0). */
export const label = {
  none: 100,
  advertising: 10001,
  pornography: 20002,
  abuse: 20003,
  crime: 20006,
  fraud: 20008,
  other: 21000,
} as const

export interface SuspectWord {
  readonly word: string
  readonly suggest: 'risky' | 'review'
  readonly label: number
}

/**
 * The words the emulator objects to. The real service judges by a model that nobody can run here: these few stand for
 * each kind of answer a function must be ready for. The two odd lines are WeChat's own samples for testing the service.
 */
export const suspectWords: readonly SuspectWord[] = [
  { word: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', suggest: 'risky', label: label.other },
  { word: '完2347全dfji试3726测asad感3847知qwez到', suggest: 'risky', label: label.other },
  { word: '赌博', suggest: 'risky', label: label.crime },
  { word: '代开发票', suggest: 'risky', label: label.crime },
  { word: '贩毒', suggest: 'risky', label: label.crime },
  { word: '裸聊', suggest: 'risky', label: label.pornography },
  { word: '刷单返利', suggest: 'risky', label: label.fraud },
  { word: '保健品包治百病', suggest: 'risky', label: label.fraud },
  { word: '去死', suggest: 'risky', label: label.abuse },
  { word: '加微信', suggest: 'review', label: label.advertising },
  { word: '日结兼职', suggest: 'review', label: label.advertising },
  { word: '笨蛋', suggest: 'review', label: label.abuse },
]

/** The first suspect word in a text, a risky one before one to review; spaces and punctuation between characters do not hide it. */
export function findSuspectWord(text: string): SuspectWord | undefined {
  const plain = squeeze(text)
  const found = suspectWords.filter(({ word }) => plain.includes(squeeze(word)))
  return found.find(({ suggest }) => suggest === 'risky') ?? found[0]
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
}
