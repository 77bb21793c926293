import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import type { Uploading } from './uploads'

type UploadedProps = {
  /** What the file is to the person: 照片, 附件. */
  what: string
  of: Uploading
}

/** How far a file is, or why it did not arrive and what to do, beside the button that chose it. */
export function Uploaded({ what, of: { busy, percent, error, again } }: UploadedProps) {
  if (busy) return <Notice label={`${what}正在传${percent > 0 ? ` ${percent}%` : ''}，请稍等`} />
  if (!error) return null
  if (!again) return <Notice kind="error" label={wordsFor(error)} />
  return (
    <Notice kind="error" label={`网络不好，${what}没有传上去。您选的和填的都还在。`}>
      <Button label="再传一次" fuller={`再传一次，${what}`} look="quiet" onTap={again} />
    </Notice>
  )
}
