import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useMenu } from '@/src/queries/canteen'
import { useOperator, useSaveOperator } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { cachedAt } from '@/src/queries/when'
import type { OperatorInfo } from '@/types/canteen'
import { Photo } from '../components/Photo'
import { formOf, infoOf, missing, refusedAt, type Form, type Wrong } from './form'
import './index.scss'

/** Who cooks, with which licence, and where WeChat pays to: what the law wants on the menu. */
export default function CanteenOperator() {
  const reading = useOperator()
  const menu = useMenu()
  const changes = useHolds()('centreStaff', 'admin')
  const [editing, setEditing] = useState(false)
  const cached = cachedAt(reading)
  const photo = menu.data?.operator?.licencePhoto ?? null
  if (editing && reading.data)
    return (
      <Editor
        begin={formOf(reading.data.operator, photo)}
        onDone={() => {
          setEditing(false)
          toTop()
        }}
      />
    )
  return (
    <Page
      title="食堂资质"
      subtitle="居民在菜单上看得到"
      {...(cached && { cachedAt: cached })}
      {...(changes &&
        reading.data && {
          action: (
            <Button
              label={reading.data.operator ? '修改' : '登记'}
              drawing="pen"
              onTap={() => {
                setEditing(true)
                toTop()
              }}
            />
          ),
        })}
    >
      <Reading of={reading} failed="食堂资质没有打开">
        {({ operator }) =>
          operator ? (
            <Known operator={operator} />
          ) : (
            <Empty
              label="还没有登记"
              detail="要登记是谁做饭、食品经营许可证的编号，居民看得到才放心。"
              drawing="info"
            />
          )
        }
      </Reading>
    </Page>
  )
}

function Known({ operator }: { operator: OperatorInfo }) {
  const { name, licence, licencePhoto, halal, phone, merchant } = operator
  return (
    <Rows label="食堂资质">
      <Row label="谁经营" detail={name} />
      <Row
        label="食品经营许可证"
        detail={`${licence}${licencePhoto ? '，照片已经放上' : '，还没有照片'}`}
      />
      <Row label="清真食品" detail={halal ? '有经营资格，可以标清真' : '没有资格，不能标清真'} />
      <Row label="食堂电话" detail={phone ?? '没有登记'} />
      <Row
        label="微信收款"
        detail={merchant === null ? '没有开通，都在柜台付' : `收到商户号 ${merchant}`}
      />
    </Rows>
  )
}

function Editor({ begin, onDone }: { begin: Form; onDone: () => void }) {
  const save = useSaveOperator()
  const upload = useUpload('licencePhoto')
  const [form, setForm] = useState(begin)
  const [second, setSecond] = useState(false)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const wrong: Wrong = { ...(tried ? missing(form) : {}), ...refused }
  const change = (part: Partial<Form>) => {
    setRefused({})
    setForm((before) => ({ ...before, ...part }))
  }
  const field = (name: 'name' | 'licence' | 'phone' | 'merchant') => ({
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    ...(wrong[name] && { error: wrong[name] }),
  })
  const turn = (to: boolean) => {
    setSecond(to)
    toTop()
  }
  const next = () => {
    setTried(true)
    const { merchant: _later, ...here } = missing(form)
    if (Object.keys(here).length === 0) turn(true)
  }
  const send = () => {
    if (missing(form).merchant) return
    save.submit(
      { operator: infoOf(form) },
      {
        done: () => {
          showToast('存好了，居民马上能看到')
          onDone()
        },
        failed: (error) => {
          const found = refusedAt(error)
          if (!found) return
          setRefused(found)
          turn('merchant' in found)
        },
      },
    )
  }
  const refusedElsewhere = save.error !== null && refusedAt(save.error) === null
  return (
    <Page
      title={second ? '怎么收钱' : '谁在做饭'}
      subtitle={`第 ${second ? 2 : 1} 步，共 2 步`}
      action={
        <>
          {(refusedElsewhere || save.waiting) && <Submitted of={save} />}
          {second ? (
            <>
              <Button
                label="存好"
                off={upload.busy}
                busy={save.busy || save.waiting}
                onTap={send}
              />
              <Button label="上一步" look="quiet" onTap={() => turn(false)} />
            </>
          ) : (
            <>
              <Button label="下一步" onTap={next} />
              <Button label="不改了" look="quiet" onTap={onDone} />
            </>
          )}
        </>
      }
    >
      <View className="canteen-operator">
        {second ? (
          <>
            <Heading label="微信收款" />
            <Field
              label="微信商户号"
              hint="要用食堂自己的商户号，钱直接到食堂。没有就空着，都在柜台付"
              kind="number"
              optional
              most={10}
              {...field('merchant')}
            />
            {begin.merchant !== form.merchant && begin.merchant !== '' && (
              <Notice kind="warn" label="改了商户号，以后的钱就收到新的商户号里">
                改以前收的钱，还从原来的商户号退。
              </Notice>
            )}
          </>
        ) : (
          <>
            <Field label="谁经营" hint="许可证上的名字" most={60} {...field('name')} />
            <Field label="食品经营许可证编号" most={40} {...field('licence')} />
            <Photo
              label="许可证的照片"
              why="居民在菜单上点得开，字要看得清。"
              picture={form.licencePhoto}
              upload={upload}
              onChange={(licencePhoto) => change({ licencePhoto })}
              error={wrong.licencePhoto}
            />
            <Switch
              label="有清真食品经营资格"
              detail="没有资格，菜品不能标清真"
              on={form.halal}
              onChange={(halal) => change({ halal })}
            />
            <Field
              label="食堂电话"
              hint="居民点一下就能打"
              optional
              most={13}
              {...field('phone')}
            />
          </>
        )}
      </View>
    </Page>
  )
}
