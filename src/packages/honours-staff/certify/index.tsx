import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { goTo } from '@/src/routes'

/** A certificate for somebody without a phone: find the person, then it is as for oneself. */
export default function CertifyFor() {
  return (
    <Page wide title="给人开证明" subtitle="先找到人，再选时间，开好就能打印">
      <FindPerson
        label="给谁开"
        onPick={({ id, name }) => goTo('certificates', { forResident: id, name })}
      />
    </Page>
  )
}
