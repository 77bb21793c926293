import { Button } from '@/src/design/Button'
import { showToast } from '@/src/design/Toast'
import { copyText } from '@/src/platform/copyText'
import { shareLink } from '@/src/platform/share'
import type { Target } from '@/types/shared/links'

type ShareButtonProps = {
  /** To whom: 分享给家人. */
  label: string
  /** Where the link leads; in WeChat the page's own card does. */
  target: Target
}

/** Sends this page to somebody: WeChat asks to whom, a browser copies a link to paste. */
export function ShareButton({ label, target }: ShareButtonProps) {
  if (!shareLink) return <Button label={label} look="quiet" drawing="bubble" openType="share" />
  const text = shareLink(target)
  const copy = () =>
    void copyText(text).then((copied) =>
      showToast(
        copied ? '链接复制好了，到聊天里粘贴就行' : '没有复制成，请把网页地址发给家人',
        copied ? 'done' : 'warn',
      ),
    )
  return <Button label={label} look="quiet" drawing="bubble" onTap={copy} />
}
