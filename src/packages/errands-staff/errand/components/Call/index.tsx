import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { useVolunteerContact } from '@/src/queries/errandsStaff'
import { Submitted } from '@/src/queries/Submitted'

type CallProps = { errand: string; person: string; name: string }

/** Calls a volunteer who agreed to it; that somebody looked at the number stays on record. */
export function Call({ errand, person, name }: CallProps) {
  const contact = useVolunteerContact()
  const [asking, setAsking] = useState(false)
  const shown = contact.value
  return (
    <>
      <Button
        label="打电话"
        fuller={`打电话给${name}`}
        look="secondary"
        drawing="phone"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={shown ? `${name}的电话` : `要看${name}的电话吗？`}
          yes={
            shown
              ? { label: '好了', onTap: () => setAsking(false) }
              : {
                  label: '看电话',
                  busy: contact.busy || contact.waiting,
                  onTap: () => contact.submit({ errand, person }),
                }
          }
          onBack={() => setAsking(false)}
        >
          {!shown && <View>您的名字、时间和这一件事都会记下，他自己也看得到。</View>}
          {shown &&
            (shown.phone === null ? (
              <Notice kind="warn" label="他没有登记电话" />
            ) : (
              <CallButton label={`打给${shown.name}`} phone={shown.phone} />
            ))}
          <Submitted of={contact} />
        </Sheet>
      )}
    </>
  )
}
