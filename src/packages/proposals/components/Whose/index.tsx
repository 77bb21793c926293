import { Choice } from '@/src/design/Choice'
import { useMe } from '@/src/queries/residents'

interface Chosen {
  options: readonly { value: string; label: string }[]
  value: string
  choose: (person: string) => void
  /** What the call says of whom it is for; nothing for oneself. */
  forSomeone: { forResident?: string }
}

/** Myself or somebody I act for, as it is chosen; when staff act for somebody (`forResident`), that one. */
export const useWhose = (
  forResident: string | undefined,
  [chosen, choose]: readonly [string | undefined, (person: string) => void],
): Chosen => {
  const me = useMe().data
  const own = me?.person?.id ?? ''
  const value = forResident ?? chosen ?? own
  return {
    options:
      forResident === undefined && me?.person
        ? [me.person, ...me.dependants].map(({ id, name }) => ({ value: id, label: name }))
        : [],
    value,
    choose,
    forSomeone: value === own ? {} : { forResident: value },
  }
}

/** Asked only of who acts for somebody. */
export function Whose({ label, whose }: { label: string; whose: Chosen }) {
  const { options, value, choose } = whose
  return options.length > 1 ? (
    <Choice label={label} options={options} value={value} onChange={choose} />
  ) : null
}
