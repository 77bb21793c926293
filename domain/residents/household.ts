import type { Home } from '@/types/residents'
import { doorOf } from './search'

/**
 * What a household is known by: the door, or, where none is known, the person who keeps it (who added the dependants).
 * The id is made from it and hides it.
 */
export const householdOf = (home: Home | null, keeper: string): string[] =>
  home?.room
    ? ['home', home.building, doorOf(home.unit ?? ''), doorOf(home.room)]
    : ['keeper', keeper]

/** 静安里社区 12号楼 2单元301室 */
export const homeNameOf = (label: string, { unit, room }: Pick<Home, 'unit' | 'room'>): string => {
  const named = (text: string | undefined, word: string) =>
    text === undefined ? '' : /^[0-9A-Za-z]+$/.test(text) ? `${text}${word}` : text
  const door = named(unit, '单元') + named(room, '室')
  return door ? `${label} ${door}` : label
}
