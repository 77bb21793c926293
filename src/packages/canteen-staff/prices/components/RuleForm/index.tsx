import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useSavePriceRule } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import { fullDay } from '@/src/words/residents'
import {
  bandSaid,
  draftOf,
  examplesOf,
  formLike,
  missing,
  wrongBand,
  type Form,
  type TypedBand,
} from '../../rule'
import type { PriceRuleDraft } from '@/types/canteen'
import './index.scss'

type RuleFormProps = {
  /** The table that is in force: the new one begins as it. */
  like: PriceRuleDraft
  onDone: () => void
}

/** A new price table: typed, then looked at as what people will pay, then entered. */
export function RuleForm({ like, onDone }: RuleFormProps) {
  const [form, setForm] = useState<Form>(() => formLike(like))
  const [editing, setEditing] = useState<number>()
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const save = useSavePriceRule()
  const wrong = tried ? missing(form, today()) : {}
  const setBand = (at: number, part: Partial<TypedBand>) =>
    setForm({
      ...form,
      bands: form.bands.map((band, i) => (i === at ? { ...band, ...part } : band)),
    })
  const look = () => {
    setTried(true)
    if (Object.keys(missing(form, today())).length > 0) return
    setLooking(true)
    toTop()
  }
  const draft = draftOf(form)
  const send = () =>
    save.submit(
      { rule: draft },
      {
        done: () => {
          showToast('存好了，到那天自动换')
          onDone()
        },
      },
    )
  const goBack = () => {
    setLooking(false)
    save.reset()
    toTop()
  }
  if (looking)
    return (
      <Page
        title="这样对吗"
        subtitle={`从 ${fullDay(draft.from)} 起`}
        action={
          <>
            <Submitted of={save} />
            <Button label="对，存好" busy={save.busy || save.waiting} onTap={send} />
            <Button label="不对，回去改" look="quiet" onTap={goBack} />
          </>
        }
      >
        <Card label="到时候这样付">
          <Heading label="到时候这样付" />
          {examplesOf(draft).map((example) => (
            <View key={example}>{example}</View>
          ))}
        </Card>
        <Notice label="已经订好的餐，还按订的时候的价钱。">
          没有确认居民身份的人、不到年龄的人，付原价。
        </Notice>
      </Page>
    )
  return (
    <Page
      title="定新的价钱"
      action={
        <>
          <Button label="看看到时候付多少" onTap={look} />
          <Button label="不定了" look="quiet" onTap={onDone} />
        </>
      }
    >
      <Field
        label="从哪天起"
        kind="date"
        value={form.from}
        onChange={(from) => setForm({ ...form, from })}
        {...(wrong.from && { error: wrong.from })}
      />
      <Field
        label="一餐最多优惠多少元的菜"
        hint="超过的部分按原价，比如 30"
        kind="money"
        value={form.cap}
        onChange={(cap) => setForm({ ...form, cap })}
        {...(wrong.cap && { error: wrong.cap })}
      />
      <Heading label="年龄段，点一个就能改" />
      {wrong.bands && <Notice kind="error" label={wrong.bands} />}
      <Rows label="年龄段">
        {form.bands.map((band, at) =>
          at === editing ? (
            <Card key={at} label={`第 ${at + 1} 个年龄段`}>
              <View className="rule-form__band">
                <Field
                  label="从几岁起"
                  kind="number"
                  most={3}
                  value={band.fromAge}
                  onChange={(fromAge) => setBand(at, { fromAge })}
                />
                <Field
                  label="付原价的百分之几"
                  hint="7 折填 70"
                  kind="number"
                  most={3}
                  value={band.percent}
                  onChange={(percent) => setBand(at, { percent })}
                />
                <Field
                  label="要有几小时志愿服务"
                  hint="过去一年里确认过的，不要求就填 0"
                  kind="number"
                  most={4}
                  value={band.hours}
                  onChange={(hours) => setBand(at, { hours })}
                />
                {wrongBand(band) && <Notice kind="error" label={wrongBand(band) ?? ''} />}
                <Button
                  label="好了"
                  look="secondary"
                  off={wrongBand(band) !== undefined}
                  onTap={() => setEditing(undefined)}
                />
                <Button
                  label="去掉这一段"
                  look="danger"
                  onTap={() => {
                    setForm({ ...form, bands: form.bands.filter((_, i) => i !== at) })
                    setEditing(undefined)
                  }}
                />
              </View>
            </Card>
          ) : (
            <Row
              key={at}
              label={
                wrongBand(band) ??
                bandSaid({
                  fromAge: Number(band.fromAge),
                  percent: Number(band.percent),
                  hours: Number(band.hours),
                })
              }
              onTap={() => setEditing(at)}
            />
          ),
        )}
      </Rows>
      <Button
        label="加一个年龄段"
        look="quiet"
        drawing="plus"
        onTap={() => {
          setForm({ ...form, bands: [...form.bands, { fromAge: '', percent: '', hours: '0' }] })
          setEditing(form.bands.length)
        }}
      />
    </Page>
  )
}
