import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Paper } from '@/src/design/Paper'
import { QrCode } from '@/src/design/QrCode'
import { print } from '@/src/platform/print'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { usePerson } from '@/src/queries/residents'
import { goBack } from '@/src/routes'
import { link } from '@/types/shared/links'
import './index.scss'

/** The card to print, just issued: the name, large, and a code that says nothing about the person. */
export default function PaperCard() {
  const { card = '', person } = useRouter().params
  const reading = usePerson(person)
  const { centreName, phone } = useToday().data ?? {}
  return (
    <Page
      title="纸卡"
      subtitle="剪下来，过塑，交给本人"
      action={
        print ? <Button label="打印纸卡" onTap={print} /> : <Button label="返回" onTap={goBack} />
      }
    >
      {!print && (
        <Notice kind="warn" label="手机上不能直接打印">
          <View>请在电脑的浏览器里发卡再打印；或者截图，发给能打印的同事，打印后删掉。</View>
        </Notice>
      )}
      <Reading of={reading} failed="纸卡没有打开">
        {({ name }) => (
          <Paper label="纸卡" seen>
            <View className="paper-card">
              <View className="paper-card__name">{name}</View>
              <QrCode label="办事给工作人员扫" value={link({ to: 'card', card })} />
              <View>{[centreName, phone].filter(Boolean).join(' ')}</View>
              <View>捡到这张卡，请交到服务台。</View>
            </View>
          </Paper>
        )}
      </Reading>
    </Page>
  )
}
