import { useRouter } from '@tarojs/taro'
import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { replaceBy } from '@/src/routes'

/** Signs up somebody who is at the counter or on the phone: found by name or by their card, then the usual form. */
export default function ForSomeone() {
  const { activity = '' } = useRouter().params
  return (
    <Page title="替人报名" subtitle="记录上会写明是您替他报的">
      <FindPerson
        label="替谁报名"
        onPick={({ id }) => replaceBy('signUp', { activity, forResident: id })}
      />
    </Page>
  )
}
