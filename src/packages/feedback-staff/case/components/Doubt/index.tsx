import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { CaseForStaff } from '@/types/feedback'

/** Words said later that WeChat was not sure of: whether others may read them. */
export function Doubt({ one: { id, rev }, step }: { one: CaseForStaff; step: number }) {
  const release = useCaseAct('release')
  const busy = release.busy || release.waiting
  const say = (through: boolean) =>
    release.submit(
      { case: id, rev, step, through, words: '' },
      { done: () => showToast(through ? '这几句可以看了' : '这几句别人看不到') },
    )
  return (
    <>
      <View>微信拿不准这几句能不能给别人看，请您看一看。</View>
      <Submitted of={release} />
      <Button
        label="这几句可以看"
        look="secondary"
        drawing="check"
        busy={busy}
        onTap={() => say(true)}
      />
      <Button
        label="这几句不能看"
        look="quiet"
        drawing="close"
        busy={busy}
        onTap={() => say(false)}
      />
    </>
  )
}
