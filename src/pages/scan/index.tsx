import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { chooseCentre, currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Loading } from '@/src/design/Loading'
import { Page } from '@/src/design/Page'
import { scanCode } from '@/src/platform/scanCode'
import { goTo, replaceBy, type Route } from '@/src/routes'
import { centreOf, targetOf, type Service, type Target } from '@/types/shared/links'

/** WeChat hands over what a code says encoded once more; a text that is not encoded is left as it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const centreCode = /^[a-z][a-z0-9]{1,7}$/

/** A target of ours whose centre can be one; anything else is somebody else's code. */
const readable = (text: string): Target | null => {
  const target = targetOf(decoded(text))
  return target && centreCode.test(centreOf(target)) ? target : null
}

const servicePages = {
  haircuts: 'haircuts',
  canteen: 'menu',
  shifts: 'shifts',
  shop: 'shopShelf',
  feedback: 'speakUp',
} as const satisfies Readonly<Record<Service, Route>>

const follow = (target: Target): void => {
  // Whoever checks a paper of another centre does not move there.
  if (target.to !== 'certificate' || currentCentre() === null) chooseCentre(centreOf(target))
  switch (target.to) {
    case 'activity':
      return replaceBy('activityDetail', { activity: target.activity })
    case 'checkIn':
      return replaceBy('checkIn', { code: target.code })
    case 'shiftCheckIn':
      return replaceBy('shiftCheckIn', { code: target.code })
    case 'meetingCheckIn':
      return replaceBy('meetingCheckIn', { code: target.code })
    case 'card':
      return replaceBy('card', { card: target.card })
    case 'centre':
      return replaceBy('today')
    case 'service':
      return replaceBy(servicePages[target.service])
    case 'order':
      return replaceBy('pickUp', { order: target.order })
    case 'certificate':
      return replaceBy('checkCertificate', { centre: target.centre, code: target.code })
    default:
      return target satisfies never
  }
}

/** Where every code leads: it goes on to the right page and is itself no step on the way back. */
export default function Scan() {
  const { scene, q } = useRouter().params
  const text = scene ?? q ?? ''
  const target = readable(text)
  useEffect(() => {
    const known = readable(text)
    if (known) follow(known)
  }, [text])
  if (target)
    return (
      <Page title="正在打开">
        <Loading />
      </Page>
    )
  const again = () =>
    void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  return (
    <Page title="扫码" action={<Button label="再扫一次" drawing="camera" onTap={again} />}>
      <Empty
        label="这个码不是常回家的"
        detail="请对准海报、门口或者活动屏幕上常回家的码，再扫一次。扫不出来，就问问身边的工作人员。"
      />
      <Button label="回到今天" look="quiet" onTap={() => goTo('today')} />
    </Page>
  )
}
