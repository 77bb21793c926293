import { Choice } from '@/src/design/Choice'
import { skillNames } from '@/src/words/skills'
import type { Skill } from '@/types/shared/skills'

const options = Object.entries(skillNames).map(([value, label]) => ({
  value: value as Skill,
  label,
}))

type SkillsProps = { value: readonly Skill[]; onChange: (skills: Skill[]) => void }

/** What whoever comes must be able to do: one of those that are chosen is enough. */
export function Skills({ value, onChange }: SkillsProps) {
  return (
    <Choice
      many
      label="要会什么"
      hint="选了几样的，会其中一样就能来；都不选，谁来都行"
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
