import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { useMe } from '@/src/queries/residents'

/** Whom a page is about: me, or somebody I act for. */
export interface Whose {
  /** What calls for somebody else say; empty for me. */
  forSomeone: { forResident?: string }
  /** Empty for me. */
  name: string
}

/** The holder of the phone, among those they may act for. */
const self = 'self'

/** Whom this page is about: whom it was opened for, until somebody else is chosen. `known` once it is clear who I am. */
export const useWhose = (): Whose & { known: boolean; choose: (person?: string) => void } => {
  const { forResident } = useRouter().params
  const me = useMe().data
  const [chosen, choose] = useState(forResident)
  const one = me?.dependants.find(({ id }) => id === chosen)
  return {
    forSomeone: one ? { forResident: one.id } : {},
    name: one?.name ?? '',
    known: Boolean(me?.person),
    choose,
  }
}

type WhoProps = {
  /** The question. */
  label: string
  whose: Whose
  onChange: (person?: string) => void
}

/** Me, or one of those I act for; nothing for who acts for nobody. */
export function Who({ label, whose: { forSomeone }, onChange }: WhoProps) {
  const dependants = useMe().data?.dependants ?? []
  if (dependants.length === 0) return null
  return (
    <Choice
      label={label}
      options={[
        { value: self, label: '我自己' },
        ...dependants.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={forSomeone.forResident ?? self}
      onChange={(value) => onChange(value === self ? undefined : value)}
    />
  )
}
