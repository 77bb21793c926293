import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { CaseForStaff, ShownPhoto } from '@/types/feedback'

type SettleProps = {
  one: CaseForStaff
  files: readonly ShownPhoto[]
  /** Pictures, unless it is a sound. */
  sound?: boolean
}

/** What the reader is to say of pictures and sounds WeChat was not sure of. */
export function Settle({ one, files, sound = false }: SettleProps) {
  return (
    <>
      {files
        .filter(({ state, id }) => state === 'held' && id !== undefined)
        .map((file) => (
          <Held key={file.id} one={one} file={file} sound={sound} />
        ))}
    </>
  )
}

type HeldProps = Pick<SettleProps, 'one' | 'sound'> & { file: ShownPhoto }

/** One that WeChat was not sure of: whether others may see or hear it. */
function Held({ one, file, sound }: HeldProps) {
  const verb = sound ? '听' : '看'
  const settle = useCaseAct('settlePicture')
  const say = (through: boolean) =>
    settle.submit(
      { case: one.id, picture: file.id ?? '', through },
      { done: () => showToast(through ? '可以给别人看了' : '别人看不到了') },
    )
  return (
    <>
      <View>
        微信拿不准{sound ? '这段录音' : '有一张照片'}能不能给别人{verb}，请您{verb}一{verb}。
      </View>
      <Submitted of={settle} />
      <Button label={`可以${verb}`} look="secondary" drawing="check" onTap={() => say(true)} />
      <Button label={`不能${verb}`} look="quiet" drawing="close" onTap={() => say(false)} />
    </>
  )
}
