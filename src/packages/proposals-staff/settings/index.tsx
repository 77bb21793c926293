import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useProposalSettings, useSaveProposalSettings } from '@/src/queries/proposalsStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { ProposalSettings } from '@/types/proposals'

const fields: ReadonlyArray<{
  name: keyof ProposalSettings
  label: string
  hint: string
  least: number
  most: number
}> = [
  { name: 'threshold', label: '联名要几个人', hint: '2 到 500', least: 2, most: 500 },
  {
    name: 'answerDays',
    label: '几个工作日里答复',
    hint: '1 到 60，不算周末和节假日',
    least: 1,
    most: 60,
  },
  { name: 'collectDays', label: '联名开放几天', hint: '7 到 365', least: 7, most: 365 },
  {
    name: 'wishDays',
    label: '心愿等人认领几天',
    hint: '7 到 180，过了提醒工作人员',
    least: 7,
    most: 180,
  },
]

/** What holds for the whole centre; what runs keeps the numbers it began with. */
export default function ProposalSettingsPage() {
  const reading = useProposalSettings()
  const edits = useHolds()('centreStaff', 'admin')
  if (reading.data && edits) return <Form known={reading.data} />
  return (
    <Page title="议事规则" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      <Reading of={reading} failed="议事规则没有打开">
        {({ settings }) => (
          <Card label="议事规则">
            {fields.map(({ name, label }) => (
              <View key={name}>
                {label}：{settings[name]}
              </View>
            ))}
            <View>要改的话，请中心的同事来改。</View>
          </Card>
        )}
      </Reading>
    </Page>
  )
}

function Form({ known }: { known: OutputOf<'proposals', 'settings'> }) {
  const save = useSaveProposalSettings()
  const [typed, setTyped] = useState<Record<keyof ProposalSettings, string>>({
    threshold: String(known.settings.threshold),
    answerDays: String(known.settings.answerDays),
    collectDays: String(known.settings.collectDays),
    wishDays: String(known.settings.wishDays),
  })
  const wrong = ({ name, least, most }: (typeof fields)[number]) =>
    !(typed[name] !== '' && Number(typed[name]) >= least && Number(typed[name]) <= most)
  const send = () => {
    if (fields.some(wrong)) return
    save.submit(
      {
        rev: known.rev,
        settings: {
          threshold: Number(typed.threshold),
          answerDays: Number(typed.answerDays),
          collectDays: Number(typed.collectDays),
          wishDays: Number(typed.wishDays),
        },
      },
      {
        done: () => {
          showToast('改好了，以后发布的按新的')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      title="议事规则"
      subtitle="已经发布的按原来的算"
      action={
        <>
          <Submitted of={save} />
          <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
        </>
      }
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          kind="number"
          label={field.label}
          hint={field.hint}
          value={typed[field.name]}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          {...(wrong(field) && { error: `请填 ${field.least} 到 ${field.most}` })}
        />
      ))}
    </Page>
  )
}
