import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { useRecordExpense } from '@/src/queries/projects'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { goBack } from '@/src/routes'
import { onlyRecords } from '@/src/words/projects'
import { Picture, type Sent } from '../../votes-staff/components/Picture'

/** Something was paid elsewhere: what, how much, its receipt. */
export default function ProjectExpense() {
  const { id = '' } = useRouter().params
  const record = useRecordExpense()
  const upload = useUpload('fundReceipt')
  const [what, setWhat] = useState('')
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState(today())
  const [receiptNo, setReceiptNo] = useState('')
  const [photo, setPhoto] = useState<Sent | null>(null)
  const [tried, setTried] = useState(false)
  const fen = fenOf(typed) ?? 0
  const send = () => {
    setTried(true)
    if (what.trim() === '' || fen === 0 || day === '' || receiptNo.trim() === '') return
    record.submit(
      {
        ...{ project: id, fen, day },
        what: what.trim(),
        receiptNo: receiptNo.trim(),
        ...(photo && { photo: photo.file }),
      },
      {
        done: () => {
          showToast('记好了')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title="记一笔支出"
      action={
        <>
          <Submitted of={record} />
          <Button label="记下来" busy={record.busy || record.waiting} onTap={send} />
        </>
      }
    >
      <Notice label={onlyRecords}>钱已经在别处付了，这里只是记下来、公示。</Notice>
      <Field
        label="花在哪里"
        hint="比如：声控灯六盏"
        most={40}
        value={what}
        onChange={setWhat}
        {...(tried && what.trim() === '' && { error: '请写上花在哪里，居民会看到' })}
      />
      <Field
        label="多少元"
        kind="money"
        value={typed}
        onChange={setTyped}
        {...(tried && fen === 0 && { error: '请写多少元，比如 120' })}
      />
      <Field
        label="哪一天付的"
        kind="date"
        value={day}
        onChange={setDay}
        {...(tried && day === '' && { error: '请填一个日子' })}
      />
      <Field
        label="发票号"
        most={30}
        value={receiptNo}
        onChange={setReceiptNo}
        {...(tried && receiptNo.trim() === '' && { error: '请写上发票或者收据的号' })}
      />
      <Picture
        label="发票的照片"
        why="可以不放。只有工作人员看得到。"
        picture={photo}
        upload={upload}
        onChange={setPhoto}
      />
    </Page>
  )
}
