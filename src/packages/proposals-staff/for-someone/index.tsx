import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { replaceBy } from '@/src/routes'
import type { PersonLine } from '@/types/residents'

/** Writes a wish or a proposal for somebody at the counter or on the phone. Never a co-signature: that is on paper. */
export default function VoiceFor() {
  const [person, setPerson] = useState<PersonLine>()
  if (!person)
    return (
      <Page title="替人写" subtitle="记录上会写明是您替他写的">
        <FindPerson label="替谁写" onPick={setPerson} />
      </Page>
    )
  const forResident = person.id
  return (
    <Page title={`替${person.name}写`} subtitle="记录上会写明是您替他写的">
      <Button
        label="许个心愿"
        drawing="heart"
        onTap={() => replaceBy('wishWrite', { forResident })}
      />
      <Button
        label="写个提案"
        look="secondary"
        drawing="pen"
        onTap={() => replaceBy('proposalWrite', { forResident })}
      />
      <Button
        label="看他写过的"
        look="quiet"
        onTap={() => replaceBy('myVoices', { forResident })}
      />
    </Page>
  )
}
