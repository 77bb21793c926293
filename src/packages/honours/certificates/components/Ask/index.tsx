import { useState } from 'react'
import { today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { useCertify } from '@/src/queries/honours'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { addDays, type Day } from '@/types/shared/day'
import type { CertificateKind } from '@/types/honours'

type AskProps = {
  /** A dependant, or somebody staff make it for. */
  forResident: string | undefined
  onBack: () => void
}

const kinds = [
  { value: 'hours' as const, label: '普通的', detail: '单位、评优、自己留着' },
  { value: 'student' as const, label: '给学校的', detail: '升学用，写上学校名字' },
]

type Period = 'thisYear' | 'lastYear' | 'twelveMonths' | 'own'

const periods: ReadonlyArray<{ value: Period; label: string }> = [
  { value: 'thisYear', label: '今年到今天' },
  { value: 'lastYear', label: '去年一整年' },
  { value: 'twelveMonths', label: '最近 12 个月' },
  { value: 'own', label: '自己选日子' },
]

const daysOf = (period: Period, now: Day, own: { from: Day; to: Day }): { from: Day; to: Day } => {
  const year = Number(now.slice(0, 4))
  switch (period) {
    case 'thisYear':
      return { from: `${year}-01-01`, to: now }
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
    case 'twelveMonths':
      return { from: addDays(now, -364), to: now }
    case 'own':
      return own
  }
}

/** What for, and which time; the paper opens at once. */
export function Ask({ forResident, onBack }: AskProps) {
  const certify = useCertify()
  const [kind, setKind] = useState<CertificateKind>('hours')
  const [school, setSchool] = useState('')
  const [period, setPeriod] = useState<Period>('thisYear')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    const days = daysOf(period, today(), { from, to })
    if (days.from === '' || days.to === '' || (kind === 'student' && school.trim() === '')) return
    certify.submit(
      {
        kind,
        ...days,
        ...(kind === 'student' && { school: school.trim() }),
        ...(forResident !== undefined && { forResident }),
      },
      {
        done: ({ id }) => {
          onBack()
          goTo('certificate', {
            certificate: id,
            ...(forResident !== undefined && { forResident }),
          })
        },
      },
    )
  }
  const day = (value: string) => (tried && value === '' ? { error: '请写上年、月、日' } : {})
  const schoolError =
    (tried && school.trim() === '' && '请写学校的全名') ||
    (wrongField(certify.error) === 'school' && '请写短一点，最多 40 个字')
  return (
    <Page
      title="开一张证明"
      subtitle="时长是确认过的，一条不多，一条不少"
      action={
        <>
          <Submitted of={certify} />
          <Button label="开证明" busy={certify.busy || certify.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Choice label="做什么用" options={kinds} value={kind} onChange={setKind} />
      {kind === 'student' && (
        <Field
          label="学校全名"
          hint="证明上会写，比如：大连市第二十四中学"
          value={school}
          onChange={setSchool}
          most={40}
          {...(schoolError && { error: schoolError })}
        />
      )}
      <Choice label="哪段时间" options={periods} value={period} onChange={setPeriod} />
      {period === 'own' && (
        <>
          <Field label="从哪天" kind="date" value={from} onChange={setFrom} {...day(from)} />
          <Field label="到哪天" kind="date" value={to} onChange={setTo} {...day(to)} />
        </>
      )}
    </Page>
  )
}
