import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { goTo } from '@/src/routes'
import { PersonPicker } from '../components/PersonPicker'

/** Finds somebody of my nodes; who is in no list can be entered from here. */
export default function People() {
  return (
    <Page wide title="找人">
      <PersonPicker label="找谁" onPick={({ id }) => goTo('person', { person: id })} />
      <Button label="登记一位新居民" look="quiet" onTap={() => goTo('register')} />
    </Page>
  )
}
