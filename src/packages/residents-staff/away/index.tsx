import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addDays, instantOf } from '@/types/shared/day'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useNodeName, useSetAway } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'

/** The owner of a node is away: the deputy answers for it until the day named. */
export default function Away() {
  const { node = '' } = useRouter().params
  const name = useNodeName(node)
  const setAway = useSetAway()
  const [back, setBack] = useState(() => addDays(today(), 1))
  const [tried, setTried] = useState(false)
  const leave = () => {
    setTried(back === '')
    if (back === '') return
    setAway.submit(
      { node, until: instantOf(back) },
      {
        done: ({ deputy }) => {
          showToast(`记下了，由${deputy?.name ?? '代理人'}负责`)
          goBack()
        },
      },
    )
  }
  const comeBack = () =>
    setAway.submit(
      { node, until: null },
      {
        done: () => {
          showToast('欢迎回来，又由负责人负责了')
          goBack()
        },
      },
    )
  const { error } = setAway
  const dayError =
    (tried && back === '' && '请写上哪天回来') ||
    (error?.code === 'UntilInPast' && '请写今天以后的日子')
  return (
    <Page
      wide
      title="登记外出"
      {...(name && { subtitle: name })}
      action={
        <>
          <Submitted of={setAway} />
          <Button label="登记外出" busy={setAway.busy || setAway.waiting} onTap={leave} />
        </>
      }
    >
      <View>外出的时候，这里的事由代理人负责；到了那天自动还给负责人。</View>
      <Field
        label="哪天回来"
        kind="date"
        value={back}
        onChange={setBack}
        {...(dayError && { error: dayError })}
      />
      <Button label="已经回来了" look="quiet" off={setAway.busy} onTap={comeBack} />
    </Page>
  )
}
