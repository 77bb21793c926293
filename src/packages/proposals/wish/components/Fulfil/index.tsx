import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useFulfilWish } from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'
import type { MyWish } from '@/types/proposals'
import { Photos, type Chosen } from '../../../components/Photos'

type FulfilProps = {
  wish: MyWish
  /** Who claimed it, when that is somebody of my family. */
  forSomeone: { forResident?: string }
  onClose: () => void
}

/** It came true: how, with pictures if one likes. */
export function Fulfil({ wish, forSomeone, onClose }: FulfilProps) {
  const fulfil = useFulfilWish()
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<Chosen[]>([])
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    fulfil.submit(
      {
        ...{ wish: wish.id, note: note.trim(), photos: photos.map(({ file }) => file) },
        ...forSomeone,
      },
      {
        done: () => {
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
          <Button
            label="告诉许愿的人"
            drawing="check"
            busy={fulfil.busy || fulfil.waiting}
            onTap={send}
          />
          <Button label="还没办好" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Field
        label="怎么办好的"
        hint="许愿的人会看到"
        value={note}
        onChange={setNote}
        most={200}
        {...(tried && note.trim() === '' && { error: '请写一句，比如：眼镜配好，送到家里了' })}
      />
      <Photos photos={photos} onChange={setPhotos} />
    </Page>
  )
}
