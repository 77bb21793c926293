import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import {
  useAcceptErrand,
  useDeclineErrand,
  useMayHelp,
  type useOpenErrands,
} from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { errandWhenSaid, partNames } from '@/src/words/errands'
import type { KeptOut, Offered } from '@/types/errands'
import { KindTags } from '../../../components/KindTags'

type OffersProps = {
  reading: ReturnType<typeof useOpenErrands>
  /** I was asked for these; else they are what anybody near may take. */
  asked: boolean
  onAccepted: () => void
}

/** What needs somebody: what, when and where about; the name only once it is mine. */
export function Offers({ reading, asked, onAccepted }: OffersProps) {
  const keptOut = useMayHelp({ enabled: true }).data?.keptOut ?? []
  return (
    <Reading of={reading} failed="没有打开">
      {(offers) => (
        <>
          {keptOut.length > 0 && <KeptOutOf codes={keptOut} />}
          {offers.length === 0 && !reading.hasNextPage && <Nothing asked={asked} />}
          {offers.map((offer) => (
            <Offer key={offer.id} offer={offer} onAccepted={onAccepted} />
          ))}
          {offers.length > 0 && (
            <Speak label="读给我听" words={offers.map((offer) => said(offer)).join('。')} />
          )}
          <ReadOn of={reading} />
        </>
      )}
    </Reading>
  )
}

const said = ({ kind, name, communityName, what, ...when }: Offered): string =>
  [kind.name, errandWhenSaid(when, today()), `${communityName} ${name}`, what].join('，')

/** What keeps me from helping, each with what can be done about it. */
function KeptOutOf({ codes }: { codes: readonly KeptOut[] }) {
  return (
    <>
      {codes.map((code) => {
        const { label, detail, button, onTap } = keptOutSaid[code]
        return (
          <Notice key={code} kind="warn" label={label}>
            {detail}
            {button && onTap && <Button label={button} look="secondary" onTap={onTap} />}
          </Notice>
        )
      })}
    </>
  )
}

const keptOutSaid: Readonly<
  Record<KeptOut, { label: string; detail: string; button?: string; onTap?: () => void }>
> = {
  NotAVolunteer: {
    label: '您还没有登记成志愿者',
    detail: '登记好了，才能去帮邻居。',
    button: '登记成志愿者',
    onTap: () => goTo('volunteerRegister'),
  },
  AdultsOnly: {
    label: '去邻居家帮忙要满 18 岁',
    detail: '没满 18 岁，可以选别的班次。',
  },
  BirthDateNeeded: {
    label: '您还没有填出生日期',
    detail: '去帮忙的要满 18 岁，填好了才能接。',
    button: '去填出生日期',
    onTap: () => goTo('profileEdit', { what: 'birthDate' }),
  },
  NotVerified: {
    label: '您还没有确认居民身份',
    detail: '上门的忙要先确认身份。请带身份证到服务台，当场就能办。',
  },
  SkillNeeded: {
    label: '您还没有写会做什么',
    detail: '写上会做的，合适的才会来请您。',
    button: '去写会做什么',
    onTap: () => goTo('volunteerRegister'),
  },
}

function Nothing({ asked }: { asked: boolean }) {
  return (
    <Empty
      label={asked ? '现在没有人请您' : '附近现在没有要帮的'}
      detail="有合适的，就会来请您。"
      drawing="heart"
    >
      <Button label="看看别的班次" look="secondary" onTap={() => goTo('shifts')} />
    </Empty>
  )
}

function Offer({ offer, onAccepted }: { offer: Offered; onAccepted: () => void }) {
  const decline = useDeclineErrand()
  const [accepting, setAccepting] = useState(false)
  const { id, kind, name, communityName, what, part, needed, accepted, askedMe } = offer
  const when = errandWhenSaid(offer, today())
  return (
    <Card label={said(offer)}>
      <Heading label={kind.name} />
      <View>
        {askedMe && <Tag label="请您来" tone="brick" drawing="hand" />}
        {needed > 1 && (
          <Tag label={accepted > 0 ? '还差一个人' : `要 ${needed} 个人`} tone="gold" />
        )}
      </View>
      <View>
        {when}（{partNames[part].times}）
      </View>
      <View>
        {communityName} {name}
      </View>
      <View>{what}</View>
      <KindTags minutes={kind.minutes} atHome={kind.atHome} cost={kind.cost} />
      <Submitted of={decline} />
      <Button
        label="我来"
        fuller={`我来，${kind.name}，${when}`}
        look="secondary"
        drawing="hand"
        onTap={() => setAccepting(true)}
      />
      <Button
        label="没空"
        fuller={`没空，${kind.name}，${when}`}
        look="quiet"
        busy={decline.busy || decline.waiting}
        onTap={() =>
          decline.submit({ errand: id }, { done: () => showToast('知道了，再请别的邻居') })
        }
      />
      {accepting && (
        <Accept offer={offer} onBack={() => setAccepting(false)} onAccepted={onAccepted} />
      )}
    </Card>
  )
}

type AcceptProps = { offer: Offered; onBack: () => void; onAccepted: () => void }

/** Once more when and what; and whether the resident may see my number. */
function Accept({ offer, onBack, onAccepted }: AcceptProps) {
  const accept = useAcceptErrand()
  const [showPhone, setShowPhone] = useState(false)
  const { id, kind } = offer
  const when = errandWhenSaid(offer, today())
  const send = () =>
    accept.submit(
      { errand: id, showPhone },
      {
        done: () => {
          showToast(`记下了，${when}，谢谢您`)
          onBack()
          onAccepted()
        },
      },
    )
  return (
    <Sheet
      label={`${when}，去${kind.name}？`}
      yes={{ label: '好，我来', busy: accept.busy, onTap: send }}
      back={accept.waiting ? '知道了' : '再想想'}
      onBack={onBack}
    >
      <View>
        {kind.atHome
          ? '答应以后能看到名字、住址和电话。两个人一起去，请先给居民看证件。'
          : '答应以后能看到名字和电话。'}
      </View>
      <Switch
        label="让居民看到我的电话"
        detail="方便到时候联系，办完就看不到了"
        on={showPhone}
        onChange={setShowPhone}
      />
      <Submitted of={accept} />
    </Sheet>
  )
}
