import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import {
  useClaimWish,
  useFulfilWish,
  useGiveBackWish,
  useWithdrawWish,
} from '@/src/queries/proposals'
import { Submitted } from '@/src/queries/Submitted'
import type { WishForStaff } from '@/types/proposals'

/** Somebody without a phone claims it: staff put it down. */
export function ClaimFor({ wish, onClose }: { wish: WishForStaff; onClose: () => void }) {
  const claim = useClaimWish()
  return (
    <Page
      title="替谁认领"
      subtitle={wish.public?.title ?? ''}
      action={<Button label="返回" look="quiet" onTap={onClose} />}
    >
      <View>记录上会写明是您替他认领的。</View>
      <Submitted of={claim} />
      <FindPerson
        label="替谁认领"
        onPick={({ id, name }) =>
          claim.submit(
            { wish: wish.id, forResident: id },
            {
              done: () => {
                showToast(`${name}认领好了`)
                onClose()
              },
            },
          )
        }
      />
    </Page>
  )
}

type OnBehalfProps = { wish: WishForStaff; onClaim: () => void; onSay: () => void }

/** What staff say in the place of who wished it or who claimed it. */
export function OnBehalf({ wish, onClaim, onSay }: OnBehalfProps) {
  const { state, claimedBy, person } = wish
  return (
    <>
      {state === 'open' && <Button label="替人认领" look="quiet" drawing="hand" onTap={onClaim} />}
      {state === 'claimed' && claimedBy && <ForClaimer wish={wish} claimer={claimedBy} />}
      {state === 'done' && (
        <Button label={`替${person.name}说实现了没有`} look="quiet" drawing="check" onTap={onSay} />
      )}
      {(state === 'waiting' || state === 'open') && <Withdraw wish={wish.id} person={person} />}
    </>
  )
}

type Who = { id: string; name: string }

function ForClaimer({ wish, claimer }: { wish: WishForStaff; claimer: Who }) {
  const fulfil = useFulfilWish()
  const giveBack = useGiveBackWish()
  const [asking, setAsking] = useState<'fulfil' | 'giveBack'>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const close = () => setAsking(undefined)
  const said = (words: string) => () => {
    showToast(words)
    close()
  }
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    fulfil.submit(
      { wish: wish.id, forResident: claimer.id, note: note.trim() },
      { done: said('记下了，等许愿的人确认') },
    )
  }
  return (
    <>
      <Button
        label={`替${claimer.name}说办好了`}
        look="quiet"
        drawing="check"
        onTap={() => setAsking('fulfil')}
      />
      <Button label={`替${claimer.name}退回`} look="quiet" onTap={() => setAsking('giveBack')} />
      {asking === 'fulfil' && (
        <Sheet
          label={`${claimer.name}办好了吗？`}
          yes={{ label: '办好了', busy: fulfil.busy, onTap: send }}
          back={fulfil.waiting ? '知道了' : '还没有'}
          onBack={close}
        >
          <Field
            label="怎么办好的"
            hint="许愿的人会看到"
            value={note}
            onChange={setNote}
            most={200}
            {...(tried && note.trim() === '' && { error: '请写一句' })}
          />
          <Submitted of={fulfil} />
        </Sheet>
      )}
      {asking === 'giveBack' && (
        <Sheet
          label={`${claimer.name}办不了吗？`}
          yes={{
            label: '是的，退回',
            danger: true,
            busy: giveBack.busy,
            onTap: () =>
              giveBack.submit(
                { wish: wish.id, forResident: claimer.id },
                { done: said('退回了，重新等人认领') },
              ),
          }}
          back={giveBack.waiting ? '知道了' : '返回'}
          onBack={close}
        >
          <View>许愿的人会知道，心愿重新等人认领。</View>
          <Submitted of={giveBack} />
        </Sheet>
      )}
    </>
  )
}

function Withdraw({ wish, person }: { wish: string; person: Who }) {
  const withdraw = useWithdrawWish()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button label={`替${person.name}收回`} look="quiet" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`${person.name}的心愿收回吗？`}
          yes={{
            label: '是的，收回',
            danger: true,
            busy: withdraw.busy,
            onTap: () =>
              withdraw.submit(
                { wish, forResident: person.id },
                {
                  done: () => {
                    showToast('收回了')
                    setAsking(false)
                  },
                },
              ),
          }}
          back={withdraw.waiting ? '知道了' : '留着'}
          onBack={() => setAsking(false)}
        >
          <View>记录上会写明是您替他收回的。</View>
          <Submitted of={withdraw} />
        </Sheet>
      )}
    </>
  )
}
