import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { Pictures } from '@/src/packages/proposals/components/Pictures'
import { useJudgePhoto } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { VoicePhoto } from '@/types/proposals'

type PhotosToJudgeProps = {
  of: 'wish' | 'proposal'
  thing: string
  photos: readonly VoicePhoto[]
  decides: boolean
}

/** Pictures of a record; one that WeChat could not judge is judged here. */
export function PhotosToJudge({ of, thing, photos, decides }: PhotosToJudgeProps) {
  const judge = useJudgePhoto()
  const send = (photo: string, through: boolean) =>
    judge.submit(
      { of, thing, photo, through },
      { done: () => showToast(through ? '这张可以公开' : '这张不公开') },
    )
  return (
    <>
      {photos.map((photo, n) => (
        <View key={photo.id}>
          <Pictures photos={[photo]} of={`照片 ${n + 1}`} />
          {decides && photo.check === 'held' && (
            <>
              <Button
                label="这张可以公开"
                fuller={`这张可以公开，第 ${n + 1} 张`}
                look="secondary"
                onTap={() => send(photo.id, true)}
              />
              <Button
                label="这张不公开"
                fuller={`这张不公开，第 ${n + 1} 张`}
                look="quiet"
                onTap={() => send(photo.id, false)}
              />
            </>
          )}
        </View>
      ))}
      <Submitted of={judge} />
    </>
  )
}
