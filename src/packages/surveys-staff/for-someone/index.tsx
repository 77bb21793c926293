import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { replaceBy } from '@/src/routes'

/** Answers a survey for somebody at the counter or on the phone. */
export default function SurveyFor() {
  return (
    <Page title="替人填问卷" subtitle="记录上会写明是您替他填的">
      <FindPerson label="替谁填" onPick={({ id }) => replaceBy('surveys', { forResident: id })} />
    </Page>
  )
}
