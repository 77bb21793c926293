import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Switch } from '@/src/design/Switch'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useConsents, useGiveConsent, useWithdrawConsent } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { policyVersion } from '@/src/words/policyVersion'
import { fullDay, purposes } from '@/src/words/residents'
import { tagNames } from '@/src/words/activities'
import type { AudienceTag, ConsentPurpose } from '@/types/residents'
import { dayOf } from '@/types/shared/day'

type Given = OutputOf<'residents', 'consents'>['items'][number]

/** What is on or off by a switch; the rest is given where it is needed and only taken back here. */
const switched: ReadonlyArray<{ purpose: ConsentPurpose; detail: string }> = [
  { purpose: 'callList', detail: '开课前、有变化时，工作人员打给您' },
  { purpose: 'photos', detail: '活动拍的照片贴出来时可以有您' },
]

const stands = ({ withdrawnAt, until }: Given): boolean =>
  withdrawnAt === null && (until === null || now() < until)

/** What I agreed to, each to be taken back. */
export default function Consents() {
  const reading = useConsents()
  const cached = cachedAt(reading)
  return (
    <Page title="同意过的事" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="没有打开" why="先登记名字，才有同意过的事">
        {() => (
          <Reading of={reading} failed="同意过的事没有打开">
            {({ items }) => (
              <>
                {switched.map((choice) => (
                  <Switched
                    key={choice.purpose}
                    {...choice}
                    given={items.find((one) => one.purpose === choice.purpose && stands(one))}
                  />
                ))}
                <Others items={items.filter((one) => !isSwitched(one) && stands(one))} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

const isSwitched = ({ purpose }: Given): boolean =>
  switched.some((choice) => choice.purpose === purpose)

type SwitchedProps = { purpose: ConsentPurpose; detail: string; given: Given | undefined }

function Switched({ purpose, detail, given }: SwitchedProps) {
  const give = useGiveConsent()
  const withdraw = useWithdrawConsent()
  const change = () =>
    given
      ? withdraw.submit({ consent: given.id })
      : give.submit({ purpose, version: policyVersion })
  return (
    <View>
      <Switch label={purposes[purpose]} detail={detail} on={Boolean(given)} onChange={change} />
      <Submitted of={give} />
      <Submitted of={withdraw} />
    </View>
  )
}

/** Whom or what a consent is about: a name, or the kind of circumstance. */
const aboutSaid = ({ about }: Given): string =>
  about === null ? '' : `：${tagNames[about as AudienceTag] ?? about}`

/** What happens when it is taken back, said before. */
const afterwards = (purpose: ConsentPurpose): string => {
  switch (purpose) {
    case 'actFor':
      return '收回以后，他不能再替您办事。已经报上的还在。'
    case 'guardian':
      return '收回以后，您不能再替孩子办事。'
    case 'sensitiveTag':
      return '收回以后，这项情况马上从您的资料里去掉，只给这类居民的活动就报不了了。'
    case 'volunteerMinor':
      return '收回以后，孩子不再是志愿者，答应过的班会空出来。'
    case 'talentDirectory':
      return '收回以后，能人库里马上找不到您。'
    case 'showContact':
      return '收回以后，工作人员马上看不到您的电话。'
    case 'honours':
      return '收回以后，您的名字马上从风采墙上拿下来。'
    case 'privacyPolicy':
      return '收回会记下来。要把资料也删掉，请再到“设置”里注销账号。'
    case 'callList':
    case 'photos':
      return '收回会马上记下来。'
  }
}

function Others({ items }: { items: readonly Given[] }) {
  const [asking, setAsking] = useState<Given>()
  const withdraw = useWithdrawConsent()
  const close = () => setAsking(undefined)
  if (items.length === 0) return <Empty label="没有别的同意过的事" drawing="check" />
  return (
    <>
      <Submitted of={withdraw} />
      {items.map((given) => (
        <Card key={given.id} label={purposes[given.purpose]}>
          <Heading label={`${purposes[given.purpose]}${aboutSaid(given)}`} />
          <View>
            {fullDay(dayOf(given.givenAt))} 同意
            {given.until !== null && `，到 ${fullDay(dayOf(given.until))}`}
          </View>
          {given.purpose === 'privacyPolicy' ? (
            <Button label="看隐私说明" look="quiet" onTap={() => goTo('policy')} />
          ) : null}
          <Button
            label="收回"
            look="quiet"
            fuller={`收回：${purposes[given.purpose]}${aboutSaid(given)}`}
            onTap={() => setAsking(given)}
          />
        </Card>
      ))}
      {asking && (
        <Sheet
          label="收回这项同意吗？"
          yes={{
            label: '收回',
            danger: true,
            busy: withdraw.busy || withdraw.waiting,
            onTap: () => withdraw.submit({ consent: asking.id }, { done: close, failed: close }),
          }}
          back="不收回"
          onBack={close}
        >
          <View>{purposes[asking.purpose]}</View>
          <View>{afterwards(asking.purpose)}</View>
        </Sheet>
      )}
    </>
  )
}
