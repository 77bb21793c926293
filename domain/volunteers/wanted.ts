import type { ShiftKind } from '@/types/volunteers'
import type { Shift } from './shifts'

/** Where a shift is searched for: anywhere below a node, or at that node and for all of it. */
export interface Where {
  node: string
  alone: boolean
}

/** The word under which shifts that need people are found at a place, of one kind or of any. */
export const wantedAt = ({ node, alone }: Where, kind: ShiftKind | null): string =>
  `${alone ? '=' : ''}${node}|${kind ?? ''}`

/** All words under which a shift is found; none for one that needs nobody. */
export const wantedBy = ({
  path,
  kind,
  state,
  left,
}: Pick<Shift, 'state' | 'left'> & { path: readonly string[]; kind: ShiftKind }): string[] =>
  state === 'open' && left > 0
    ? [
        ...path.map((node) => ({ node, alone: false })),
        { node: path.at(-1) ?? '', alone: true },
      ].flatMap((where) => [wantedAt(where, null), wantedAt(where, kind)])
    : []

/**
 * Where somebody is looked for work first: in the community of their home, and what is for the whole centre. Without a
 * home that is all of it.
 */
export const nearTo = (path: readonly string[]): Where[] => {
  const [centre, community] = path
  if (centre === undefined) return []
  if (community === undefined) return [{ node: centre, alone: false }]
  return [
    { node: community, alone: false },
    { node: centre, alone: true },
  ]
}
