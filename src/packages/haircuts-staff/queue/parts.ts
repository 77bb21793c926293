import type { OutputOf } from '@/src/api/call'
import type { QueueLine } from '@/types/haircuts'

export type Queue = OutputOf<'haircuts', 'queue'>

/** Which part of a session's people is looked at. */
export type Part = 'line' | 'asked' | 'waitlist' | 'over' | 'barbers'

const labels: Readonly<Record<Part, string>> = {
  line: '排队',
  asked: '要问的',
  waitlist: '候补',
  over: '结束的',
  barbers: '理发师',
}

const always: ReadonlySet<Part> = new Set(['line', 'barbers'])

/** The parts that hold anybody, each with how many; the line and the barbers always stand there. */
export const partsOf = (queue: Queue): ReadonlyArray<{ value: Part; label: string }> =>
  (Object.keys(labels) as Part[])
    .filter((part) => always.has(part) || queue[part].length > 0)
    .map((value) => ({ value, label: `${labels[value]} ${queue[value].length}` }))

/** What staff should know of somebody in the line besides name and number. */
export const factsOf = ({ age, walkIn, passed, by }: QueueLine): readonly string[] =>
  [
    age === null ? '' : `${age} 岁`,
    walkIn ? '现场来的' : '',
    passed > 0 ? `让过 ${passed} 位高龄老人` : '',
    by === null ? '' : `${by}替他取的`,
  ].filter(Boolean)
