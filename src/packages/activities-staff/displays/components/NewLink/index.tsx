import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { showToast } from '@/src/design/Toast'
import { copyText } from '@/src/platform/copyText'
import './index.scss'

type NewLinkProps = {
  /** The whole address: it holds the token, which is shown this once. */
  link: string
  /** What the screen shows: 签到屏. */
  shows: string
  onClose: () => void
}

/** A link that was just made, to be opened on the screen. */
export function NewLink({ link, shows, onClose }: NewLinkProps) {
  const copy = () =>
    void copyText(link).then((copied) =>
      showToast(
        copied ? '链接已经复制，发到放屏幕的电脑上打开' : '没有复制成，请长按链接复制',
        copied ? 'done' : 'warn',
      ),
    )
  return (
    <Card label="新的链接">
      <Heading label="链接好了，只显示这一次" />
      <View>请在电视或电脑的浏览器里打开。有人问起就说是{shows}；丢了就停用，再发一个。</View>
      <View className="new-link__address">{link}</View>
      <Button label="复制链接" onTap={copy} />
      <Button label="发好了" look="quiet" onTap={onClose} />
    </Card>
  )
}
