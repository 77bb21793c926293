import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { replaceBy } from '@/src/routes'

/** Orders help for somebody at the counter or on the phone. */
export default function ErrandFor() {
  return (
    <Page title="替人请帮忙" subtitle="记录上会写明是您替他点的">
      <FindPerson
        label="替谁请"
        onPick={({ id }) => replaceBy('errandMenu', { forResident: id })}
      />
    </Page>
  )
}
