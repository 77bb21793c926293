import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { CaseForStaff, ShownPhoto } from '@/types/feedback'

/** What the reader is to say of pictures WeChat was not sure of. */
export function Settle({ one, photos }: { one: CaseForStaff; photos: readonly ShownPhoto[] }) {
  return (
    <>
      {photos
        .filter(({ state, id }) => state === 'held' && id !== undefined)
        .map((photo) => (
          <Held key={photo.id} one={one} photo={photo} />
        ))}
    </>
  )
}

/** A picture WeChat was not sure of: whether others may see it. */
function Held({ one, photo }: { one: CaseForStaff; photo: ShownPhoto }) {
  const settle = useCaseAct('settlePicture')
  const say = (through: boolean) =>
    settle.submit(
      { case: one.id, picture: photo.id ?? '', through },
      { done: () => showToast(through ? '这张可以看了' : '这张别人看不到') },
    )
  return (
    <>
      <View>微信拿不准有一张照片能不能给别人看，请您看一看。</View>
      <Submitted of={settle} />
      <Button label="可以看" look="secondary" drawing="check" onTap={() => say(true)} />
      <Button label="不能看" look="quiet" drawing="close" onTap={() => say(false)} />
    </>
  )
}
