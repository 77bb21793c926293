import { Choice } from '@/src/design/Choice'
import type { Whom } from './whom'

type WhoProps = { label: string; whom: Whom }

/** For whom: asked only of who acts for others too. */
export function Who({ label, whom: { family, chosen, choose } }: WhoProps) {
  if (family.length < 2) return null
  return (
    <Choice
      label={label}
      options={family.map(({ id, name, self }) => ({ value: id, label: self ? '我自己' : name }))}
      value={chosen}
      onChange={choose}
    />
  )
}
