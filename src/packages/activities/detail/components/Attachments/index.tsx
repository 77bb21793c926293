import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import type { ActivityDetail } from '@/types/activities'

/** Papers and pictures of an activity, opened by a tap. */
export function Attachments({ files }: { files: ActivityDetail['attachments'] }) {
  const open = (url: string, name: string) => {
    openFile(url, name).catch(() => showToast(`“${name}”没有打开，请看看网络再点一次`, 'error'))
  }
  return (
    <Rows label="附件">
      {files.map(({ name, url }) => (
        <Row
          key={url}
          label={name}
          detail="附件，点开看"
          drawing="book"
          colour="blue"
          onTap={() => open(url, name)}
        />
      ))}
    </Rows>
  )
}
