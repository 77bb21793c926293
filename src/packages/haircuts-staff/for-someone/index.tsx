import { useRouter } from '@tarojs/taro'
import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { replaceBy } from '@/src/routes'

/** Books a haircut, or asks for one at home (`visit`), for somebody at the counter or on the phone. */
export default function ForSomeone() {
  const visit = useRouter().params.visit !== undefined
  return (
    <Page title={visit ? '替人申请上门理发' : '替人取理发号'} subtitle="记录上会写明是您替他办的">
      <FindPerson
        label={visit ? '替谁申请' : '替谁取号'}
        onPick={({ id }) => replaceBy(visit ? 'homeVisit' : 'haircuts', { forResident: id })}
      />
    </Page>
  )
}
