import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { chooseCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Drawing } from '@/src/design/Drawing'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { scanCard } from '@/src/platform/scanCard'
import { useTakeOverRecord } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo, replaceBy } from '@/src/routes'
import { policyVersion } from '@/src/words/policyVersion'
import { centreOf } from '@/types/shared/links'

/** A first phone takes over the record of a paper card: the card, then the name and birth date on record. */
export default function TakeOver() {
  const [card, setCard] = useState(useRouter().params.card)
  return card === undefined ? (
    <FirstTheCard onCard={setCard} />
  ) : (
    <ThenTheDetails card={card} onOtherCard={() => setCard(undefined)} />
  )
}

function FirstTheCard({ onCard }: { onCard: (card: string) => void }) {
  const [wrong, setWrong] = useState(false)
  const scan = () =>
    void scanCard().then((seen) => {
      setWrong(seen === 'notACard')
      if (seen === null || seen === 'notACard') return
      chooseCentre(centreOf({ to: 'card', card: seen.card }))
      onCard(seen.card)
    })
  return (
    <Page
      title="接上您的纸卡"
      action={<Button label="扫纸卡上的码" drawing="camera" onTap={scan} />}
    >
      <Drawing name="qr" colour="pine" size="large" />
      <View>社区给您的纸卡上有一个方块码。扫一下，以前记的报名、家人就都到这部手机上。</View>
      {wrong && (
        <Notice kind="error" label="这不是社区发的纸卡">
          <View>请对准纸卡上的方块码再扫一次。卡坏了，请到社区服务台补一张。</View>
        </Notice>
      )}
    </Page>
  )
}

type DetailsProps = { card: string; onOtherCard: () => void }

function ThenTheDetails({ card, onOtherCard }: DetailsProps) {
  const take = useTakeOverRecord()
  const [name, setName] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    const complete = name.trim() !== '' && birthDate !== ''
    setTried(!complete)
    if (!complete) return
    take.submit(
      { card, name: name.trim(), birthDate, policy: policyVersion },
      {
        done: () => {
          showToast('接上了，以前的记录都在')
          replaceBy('mine')
        },
      },
    )
  }
  return (
    <Page
      title="核对一下是您本人"
      subtitle="纸卡扫到了，还差一步"
      action={
        <>
          <Submitted of={take} />
          <Button label="是我，接上" busy={take.busy || take.waiting} onTap={submit} />
        </>
      }
    >
      <Field
        label="名字"
        hint="和登记的一样"
        most={20}
        value={name}
        onChange={setName}
        {...(tried && name.trim() === '' && { error: '请写上名字' })}
      />
      <Field
        label="出生日期"
        kind="date"
        hint="按身份证上的填"
        value={birthDate}
        onChange={setBirthDate}
        {...(tried && birthDate === '' && { error: '请把年、月、日都写上' })}
      />
      {take.error?.code === 'CardUnknown' && (
        <Button label="换一张卡扫" look="secondary" onTap={onOtherCard} />
      )}
      <View>点下面的按钮，就是同意我们按《隐私说明》保管您的资料。</View>
      <Button label="看看《隐私说明》" look="quiet" onTap={() => goTo('policy')} />
    </Page>
  )
}
