import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useMe } from '@/src/queries/residents'

interface Member {
  id: string
  name: string
  self: boolean
}

/** For whom something is had at the shop: one of my family, or whom staff came here to act for. */
export interface Whom {
  /** Whom I can choose among; nobody while staff act for somebody. */
  family: readonly Member[]
  chosen: string | undefined
  choose: (person: string) => void
  /** As procedures and pages take it: nothing for myself. */
  whose: { forResident?: string }
  /** 我, 张奶奶, 他 */
  called: string
  asStaff: boolean
}

/** The choice of this page; it begins with whom the page before was about. */
export const useWhom = (): Whom => {
  const { forResident } = useRouter().params
  const me = useMe().data
  const [tapped, choose] = useState<string>()
  const person = me?.person
  const known: Member[] = person
    ? [
        { id: person.id, name: person.name, self: true },
        ...me.dependants.map(({ id, name }) => ({ id, name, self: false })),
      ]
    : []
  const asStaff = forResident !== undefined && !known.some(({ id }) => id === forResident)
  const chosen = tapped ?? forResident ?? person?.id
  const member = known.find(({ id }) => id === chosen)
  return {
    family: asStaff ? [] : known,
    chosen,
    choose,
    whose: chosen === undefined || member?.self ? {} : { forResident: chosen },
    called: asStaff ? '他' : (member && !member.self && member.name) || '我',
    asStaff,
  }
}
