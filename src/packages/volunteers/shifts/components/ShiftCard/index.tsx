import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { Submitted } from '@/src/queries/Submitted'
import { useConfirmShift, useOfferSwap } from '@/src/queries/volunteers'
import { goTo } from '@/src/routes'
import { shiftKinds, shiftSaid, shiftWhenSaid } from '@/src/words/volunteers'
import { carriedToday } from '@/domain/volunteers/carrying'
import { dayOf } from '@/types/shared/day'
import type { Shift } from '@/types/volunteers'
import { Obstacle } from '../../../components/Obstacle'
import { RegisterFirst } from '../../../components/RegisterFirst'
import { Terms, termsSaid } from '../../../components/Terms'
import type { Whose } from '../../../components/Who'
import { HandOver } from '../HandOver'
import { OfferSwap } from '../OfferSwap'
import { Withdraw } from '../Withdraw'

/** A shift in one breath, and whether somebody, me when empty, is on it. */
export const said = (shift: Shift, name: string): string =>
  [
    shift.title,
    shiftWhenSaid(shift, now()),
    `在${shift.placeName}`,
    shift.mine ? comingSaid(name) : shiftSaid(shift).label,
    ...termsSaid(shift),
  ].join('，')

const comingSaid = (name: string): string => `${name || '您'}说好要来`

const swapSaid = { offered: '想换班，还没人接', waits: '有人愿意来，等社区同意' } as const

type CardProps = {
  shift: Shift
  whose: Whose
  /** They said yes a moment ago. */
  came: boolean
  onCome: () => void
}

/** One shift: what, when and where, whether people are missing, and the yes or no of me or whom I act for. */
export function ShiftCard({ shift, whose, came, onCome }: CardProps) {
  const confirm = useConfirmShift()
  const offer = useOfferSwap()
  const [asking, setAsking] = useState<'withdraw' | 'swap' | 'handOver'>()
  const back = () => setAsking(undefined)
  const { title, kind, placeName, state, mine, needed, confirmed, handOver } = shift
  const at = now()
  const { name, forSomeone } = whose
  // Doors, phones and who is there are for nobody but who serves.
  const carried = mine && !name ? carriedToday(shift, dayOf(at)) : null
  const open = state === 'open' && at < shift.endsAt
  const begun = at >= shift.startsAt
  const come = () =>
    confirm.submit(
      { shift: shift.id, ...forSomeone },
      {
        done: () => {
          showToast(`记下了，${shiftWhenSaid(shift, now())} 等${name || '您'}来`)
          onCome()
        },
      },
    )
  return (
    <Card label={said(shift, name)}>
      <Heading label={title} />
      <View>
        <Tag label={shiftKinds[kind].label} tone="blue" drawing={shiftKinds[kind].drawing} />
        {mine && state === 'open' ? (
          <>
            <Tag label={comingSaid(name)} tone="pine" drawing="check" />
            {shift.leads && <Tag label={`${name || '您'}带班`} tone="gold" drawing="person" />}
            {shift.swap !== null && <Tag label={swapSaid[shift.swap]} tone="gold" drawing="hand" />}
          </>
        ) : (
          <Tag {...shiftSaid(shift)} />
        )}
      </View>
      <View>{shiftWhenSaid(shift, at)}</View>
      <View>{placeName}</View>
      <View>
        要 {needed} 人，已经有 {confirmed} 人
      </View>
      <Terms shift={shift} />
      {handOver !== null && (
        <Notice label="上一班的人交代">
          <View>{handOver}</View>
        </Notice>
      )}
      <Submitted of={confirm} />
      <RegisterFirst error={confirm.error} whose={whose} />
      <Submitted of={offer} />
      {open && !mine && <Obstacle shift={shift} name={name} />}
      {open && !mine && shift.obstacle === null && confirmed < needed && (
        <Button
          label={name ? `${name}来` : '我来'}
          fuller={`${name || '我'}来，${title}，${shiftWhenSaid(shift, at)}`}
          look="secondary"
          drawing="hand"
          busy={confirm.busy || confirm.waiting}
          onTap={come}
        />
      )}
      {open && mine && came && <Remind after="shift" />}
      {shift.leads && !name && state === 'open' && (
        <Button
          label="点到、看签到码"
          fuller={`点到、看签到码，${title}，${shiftWhenSaid(shift, at)}`}
          look="secondary"
          drawing="qr"
          onTap={() => goTo('leadShift', { shift: shift.id })}
        />
      )}
      {carried !== null && (
        <Button
          label="看今天送到哪几家"
          fuller={`看今天送到哪几家，${title}，${shiftWhenSaid(shift, at)}`}
          look="secondary"
          drawing="house"
          onTap={() => goTo('deliveries', { shift: shift.id })}
        />
      )}
      {open && mine && begun && shift.post !== null && (
        <Button
          label="给下一班的人写几句"
          fuller={`给下一班的人写几句，${title}`}
          look="secondary"
          drawing="pen"
          onTap={() => setAsking('handOver')}
        />
      )}
      {open && mine && !begun && shift.swap === null && (
        <Button
          label="想换班"
          fuller={`想换班，${title}，${shiftWhenSaid(shift, at)}`}
          look="quiet"
          drawing="hand"
          onTap={() => setAsking('swap')}
        />
      )}
      {open && mine && !begun && shift.swap !== null && (
        <Button
          label={`不换了，${name || '我'}自己来`}
          fuller={`不换了，${name || '我'}自己来，${title}`}
          look="quiet"
          busy={offer.busy || offer.waiting}
          onTap={() =>
            offer.submit(
              { shift: shift.id, offer: false, ...forSomeone },
              { done: () => showToast(`好的，到时候等${name || '您'}来`) },
            )
          }
        />
      )}
      {open && mine && (
        <Button
          label="来不了了"
          fuller={`来不了了，${title}，${shiftWhenSaid(shift, at)}`}
          look="quiet"
          onTap={() => setAsking('withdraw')}
        />
      )}
      {asking === 'withdraw' && <Withdraw shift={shift} whose={whose} onBack={back} />}
      {asking === 'swap' && <OfferSwap shift={shift} whose={whose} onBack={back} />}
      {asking === 'handOver' && <HandOver shift={shift} whose={whose} onBack={back} />}
    </Card>
  )
}
