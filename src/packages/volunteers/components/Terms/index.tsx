import { View } from '@tarojs/components'
import { skillNames } from '@/src/words/skills'
import type { Shift } from '@/types/volunteers'

/** What there is to know before saying yes, as one says it; empty when there is nothing. */
export const termsSaid = ({ skills, insurance, bring }: Shift): string[] =>
  [
    skills.length > 0 &&
      `要会${skills.map((skill) => skillNames[skill]).join('、')}${skills.length > 1 ? '，会一样就行' : ''}`,
    bring !== '' && `请带：${bring}`,
    insurance !== '' && `保险：${insurance}`,
  ].filter((line) => line !== false)

/** What a shift asks for, what to bring, and who insures. */
export function Terms({ shift }: { shift: Shift }) {
  return (
    <>
      {termsSaid(shift).map((line) => (
        <View key={line}>{line}</View>
      ))}
    </>
  )
}
