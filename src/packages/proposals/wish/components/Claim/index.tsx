import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useClaimWish } from '@/src/queries/proposals'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import type { MyWish } from '@/types/proposals'
import { useWhose, Whose } from '../../../components/Whose'

/** What claiming means, once more before the yes; a partner says for which unit. */
export function Claim({ wish, onClose }: { wish: MyWish; onClose: () => void }) {
  const claim = useClaimWish()
  const partner = useHolds()('partner')
  const whose = useWhose(undefined, useState<string>())
  const [unit, setUnit] = useState('')
  const own = whose.forSomeone.forResident === undefined
  const inItsName = own && unit.trim() !== '' && { unit: unit.trim() }
  const send = () =>
    claim.submit(
      { wish: wish.id, ...whose.forSomeone, ...inItsName },
      {
        done: () => {
          showToast('认领好了，谢谢您')
          onClose()
        },
      },
    )
  return (
    <Page
      title="认领这个心愿"
      action={
        <>
          <Submitted of={claim} />
          <Button label="我来认领" drawing="hand" busy={claim.busy || claim.waiting} onTap={send} />
          <Button label="再想想" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Card label={wish.title}>
        <View>{wish.words}</View>
        <View>认领以后，别人就不能再认领了。请在一个月里办好，办不了可以退回。</View>
        <View>认领好了，这里会写怎么联系。花的钱由您自己出，不要收许愿的人的钱。</View>
      </Card>
      <Whose label="谁来办" whose={whose} />
      {partner && own && (
        <Field
          label="用哪个单位的名义"
          hint="不填就用您自己的名义"
          value={unit}
          onChange={setUnit}
          most={30}
          optional
        />
      )}
    </Page>
  )
}
