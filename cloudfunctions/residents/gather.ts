import type { Instant } from '@/types/shared/day'
import { now } from '../kit/clock'

/** One stretch of what a module stores about a person, under the ids the person has had, and where the next begins. */
export type Exporter = (
  centre: string,
  ids: readonly string[],
  after: string | undefined,
) => Promise<{ documents: readonly unknown[]; next: string | null }>

/** What was found, by the name of each exporter, and the names of those that time cut short. */
export interface Gathered {
  parts: Readonly<Record<string, readonly unknown[]>>
  cutShort: readonly string[]
}

/** Reads on, stretch by stretch and all exporters side by side, until there is no more, or until the moment given. */
export const gather = async (
  exporters: Readonly<Record<string, Exporter>>,
  centre: string,
  ids: readonly string[],
  until: Instant,
): Promise<Gathered> => {
  const parts: Record<string, unknown[]> = {}
  const cutShort: string[] = []
  await Promise.all(
    Object.entries(exporters).map(async ([name, exporter]) => {
      const all: unknown[] = []
      parts[name] = all
      let after: string | undefined
      do {
        const { documents, next } = await exporter(centre, ids, after)
        all.push(...documents)
        after = next ?? undefined
      } while (after !== undefined && now() < until)
      if (after !== undefined) cutShort.push(name)
    }),
  )
  return { parts, cutShort }
}
