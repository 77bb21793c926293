import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Drawing, type DrawingName } from '@/src/design/Drawing'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Paper } from '@/src/design/Paper'
import { QrCode } from '@/src/design/QrCode'
import { Tabs } from '@/src/design/Tabs'
import { print } from '@/src/platform/print'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { goBack } from '@/src/routes'
import { link, services, type Service } from '@/types/shared/links'
import './index.scss'
import './print'

/** What hangs at each place: what it is, and what a scan does. */
const posters: Readonly<
  Record<Service, { tab: string; title: string; scan: string; drawing: DrawingName }>
> = {
  haircuts: {
    tab: '义剪',
    title: '每月义剪',
    scan: '取号，看前面还有几位',
    drawing: 'scissors',
  },
  canteen: {
    tab: '食堂',
    title: '共享餐厅',
    scan: '看菜单，订饭',
    drawing: 'bowl',
  },
  shifts: {
    tab: '志愿者',
    title: '一起来做志愿者',
    scan: '看看哪里要人手',
    drawing: 'heart',
  },
  shop: {
    tab: '超市',
    title: '慈善超市',
    scan: '看看有什么，用积分换',
    drawing: 'rice',
  },
  feedback: {
    tab: '反映',
    title: '有事请您说',
    scan: '说说哪里不好，我们来办',
    drawing: 'bubble',
  },
}

const tabs = services.map((value) => ({ value, label: posters[value].tab }))

/** A sheet for the square, the door of the canteen or the shop, or the noticeboard, with the code that leads to the service. */
export default function ServicePoster() {
  const { service } = useRouter().params
  const [shown, setShown] = useState<Service>(services.find((one) => one === service) ?? 'haircuts')
  const centre = useCentre() ?? ''
  const reading = useToday()
  const { title, scan, drawing } = posters[shown]
  return (
    <Page
      title="门口的海报"
      subtitle="贴在广场、食堂、超市门口，一直能用"
      action={
        print ? <Button label="打印海报" onTap={print} /> : <Button label="返回" onTap={goBack} />
      }
    >
      <Tabs label="哪一张" tabs={tabs} value={shown} onChange={setShown} />
      {!print && (
        <Notice label="手机上不能直接打印">
          请在电脑的浏览器里打开这一页，打印成一张 A4 纸；或者截图，发给能打印的同事。
        </Notice>
      )}
      <Reading of={reading} failed="海报没有打开">
        {({ centreName, phone }) => (
          <Paper label="海报" seen>
            <View className="service-poster">
              <Drawing name={drawing} colour="brick" size="large" />
              <View className="service-poster__title">{title}</View>
              <View className="service-poster__code">
                <QrCode
                  label="微信扫一扫"
                  value={link({ to: 'service', centre, service: shown })}
                />
              </View>
              <View className="service-poster__line">{scan}</View>
              <View className="service-poster__line">不会用手机？请到服务台，工作人员替您办。</View>
              <View className="service-poster__line">{centreName}</View>
              {phone !== null && <View className="service-poster__line">{phone}</View>}
            </View>
          </Paper>
        )}
      </Reading>
    </Page>
  )
}
