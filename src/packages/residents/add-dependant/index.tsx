import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { scanCard } from '@/src/platform/scanCard'
import { goTo, replaceBy } from '@/src/routes'
import { Notice } from '@/src/design/Notice'
import { DependantForm } from './components/DependantForm'

/** Who is added: a child, an elder without a phone, or somebody with a phone, who is asked by their member code. */
export default function AddDependant() {
  const { kind } = useRouter().params
  const [wrongCode, setWrongCode] = useState(false)
  if (kind === 'child' || kind === 'elder') return <DependantForm kind={kind} />
  const scan = () =>
    void scanCard().then((seen) => {
      setWrongCode(seen === 'notACard')
      if (seen !== null && seen !== 'notACard') goTo('askToAct', seen)
    })
  return (
    <Page title="加哪一位家人？">
      <Rows label="加哪一位家人">
        <Row
          label="孩子"
          detail="您来登记他的名字和生日"
          drawing="heart"
          colour="gold"
          onTap={() => replaceBy('addDependant', { kind: 'child' })}
        />
        <Row
          label="没有手机的老人"
          detail="您来登记，他不用手机"
          drawing="stick"
          colour="pine"
          onTap={() => replaceBy('addDependant', { kind: 'elder' })}
        />
        <Row
          label="有手机的家人"
          detail="扫他的会员码，等他同意"
          drawing="camera"
          colour="blue"
          onTap={scan}
        />
      </Rows>
      {wrongCode && (
        <Notice kind="error" label="这不是会员码">
          <View>请家人打开常回家，点“我的”，再扫上面的码。</View>
        </Notice>
      )}
    </Page>
  )
}
