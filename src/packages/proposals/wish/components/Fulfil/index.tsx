import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useFulfilWish } from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'
import type { MyWish } from '@/types/proposals'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'

const empty = { note: '', photos: [] as readonly Taken[] }

type FulfilProps = {
  wish: MyWish
  /** Who claimed it, when that is somebody of my family. */
  forSomeone: { forResident?: string }
  onClose: () => void
}

/** It came true: how, with pictures if one likes. */
export function Fulfil({ wish, forSomeone, onClose }: FulfilProps) {
  const draft = useDraft({ form: 'fulfil', ...forSomeone, thing: wish.id }, empty)
  const { typed, change, drop } = draft
  const { note, photos } = typed
  const fulfil = useFulfilWish(draft.key)
  useDropWhenWaiting(fulfil.waiting, drop)
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('proposalPhoto', photos, changePhotos)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    fulfil.submit(
      {
        ...{ wish: wish.id, note: note.trim(), photos: filesOf(photos) },
        ...forSomeone,
      },
      {
        done: () => {
          drop()
          showToast('告诉许愿的人了，等他确认')
          onClose()
        },
      },
    )
  }
  return (
    <Page
      title="心愿办好了"
      subtitle={wish.title}
      action={
        <>
          <Submitted of={fulfil} />
          {sending.left && <Notice label="照片还没传完，传完就可以说" />}
          <Button
            label="告诉许愿的人"
            drawing="check"
            busy={fulfil.busy || fulfil.waiting}
            off={sending.left}
            onTap={send}
          />
          <Button label="还没办好" look="quiet" onTap={onClose} />
        </>
      }
    >
      <GoesOn of={draft} />
      <Field
        label="怎么办好的"
        hint="许愿的人会看到"
        value={note}
        onChange={(next) => change({ note: next })}
        most={200}
        {...(tried && note.trim() === '' && { error: '请写一句，比如：眼镜配好，送到家里了' })}
      />
      <Photos photos={photos} onChange={changePhotos} sending={sending} most={3} />
    </Page>
  )
}
