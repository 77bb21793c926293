import { useRouter } from '@tarojs/taro'
import type { ComponentType } from 'react'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { useMe, usePerson } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { BirthDateForm } from './components/BirthDateForm'
import { ContactForm } from './components/ContactForm'
import { HomeForm } from './components/HomeForm'
import { NameForm } from './components/NameForm'
import { PhoneForm } from './components/PhoneForm'
import type { Subject } from './subject'

const forms: Readonly<Record<string, ComponentType<{ subject: Subject }>>> = {
  name: NameForm,
  phone: PhoneForm,
  birthDate: BirthDateForm,
  home: HomeForm,
  emergencyContact: ContactForm,
}

/** One question on one page: about me, somebody I act for, or, for staff, a resident of theirs. */
export default function ProfileEdit() {
  const { what = 'name', person } = useRouter().params
  const Form = forms[what] ?? NameForm
  const me = useMe()
  const { person: self, dependants = [] } = me.data ?? {}
  const mine =
    person === undefined || person === self?.id
      ? (self ?? undefined)
      : dependants.find(({ id }) => id === person)
  const theirs = usePerson(me.data && !mine ? person : undefined)

  if (mine) return <Form subject={{ ...mine, forResident: mine === self ? undefined : mine.id }} />
  if (me.data && person === undefined)
    return (
      <Page title="改资料">
        <Empty label="请先在“我的”里写上名字" />
      </Page>
    )
  if (theirs.data) {
    // Staff see neither the whole number nor the contact: what they leave empty stays as it is.
    const unseen = { phone: null, emergencyContact: null }
    return <Form subject={{ ...theirs.data, ...unseen, forResident: theirs.data.id }} />
  }
  return (
    <Page title="改资料">
      <Reading of={me} failed="资料没有打开">
        {() => (
          <Reading of={theirs} failed="资料没有打开">
            {() => null}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}
