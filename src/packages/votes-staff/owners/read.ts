import type { OwnerDraft } from '@/types/votes'

/** As many as go at a time. */
export const mostTyped = 50

const line = /^(\S{1,20})\s+(\S(?:.{0,18}\S)?)\s+(\d{1,5})(?:\.(\d{1,2}))?$/

/** One line: 2-301 李秀英 89.50; null when it says something else. */
const readOwner = (text: string): OwnerDraft | null => {
  const [, unit, name, whole, part = ''] = line.exec(text.trim()) ?? []
  if (unit === undefined || name === undefined || whole === undefined) return null
  const area = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return area > 0 ? { unit, name, area } : null
}

/** What was typed or pasted, one owner a line; `wrong` is the first line that is none. */
export const readOwners = (typed: string): { owners: OwnerDraft[]; wrong: number | null } => {
  const read = typed
    .split('\n')
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => ({ number, owner: readOwner(text) }))
  return {
    owners: read.flatMap(({ owner }) => owner ?? []),
    wrong: read.find(({ owner }) => owner === null)?.number ?? null,
  }
}
