import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { useExportRecords } from '@/src/queries/honours'
import { Submitted } from '@/src/queries/Submitted'
import { monthOf } from '@/types/shared/day'

/** Confirmed hours of a period as the ministry's record of service; whoever exports it is on record. */
export default function VolunteerRecords() {
  const exporting = useExportRecords()
  const [from, setFrom] = useState(`${monthOf(today())}-01`)
  const [to, setTo] = useState(today())
  const [tried, setTried] = useState(false)
  const open = (url: string) =>
    void openFile(url, `${from}到${to}志愿服务记录.xlsx`).catch(() =>
      showToast('表格做好了，但是没有打开。请再点一次', 'warn'),
    )
  const send = () => {
    setTried(true)
    if (from !== '' && to !== '') exporting.submit({ from, to }, { done: ({ url }) => open(url) })
  }
  const day = (value: string) => (tried && value === '' ? { error: '请写上年、月、日' } : {})
  return (
    <Page
      wide
      title="导出服务记录"
      subtitle="按民政部的记录要求，一行一条确认过的时长"
      action={
        <>
          <Submitted of={exporting} />
          <Button label="导出 Excel 表格" busy={exporting.busy || exporting.waiting} onTap={send} />
        </>
      }
    >
      <Field label="从哪天" kind="date" value={from} onChange={setFrom} {...day(from)} />
      <Field label="到哪天" kind="date" value={to} onChange={setTo} {...day(to)} />
      <Notice label="性别和证件号码是空的">
        常回家不收集这两项。上报要用的话，请本人提供以后自己补上。表格里有名字，请用完就删。
      </Notice>
      {exporting.value && (
        <Notice kind="done" label="表格做好了，一天之内都能打开">
          <Button label="再打开一次" look="quiet" onTap={() => open(exporting.value?.url ?? '')} />
        </Notice>
      )}
    </Page>
  )
}
