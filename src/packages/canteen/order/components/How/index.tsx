import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { payNote } from '@/src/platform/pay'
import { goTo } from '@/src/routes'
import { servingNames } from '@/src/words/canteen'
import type { ServingKind } from '@/types/canteen'

/** How somebody wants to eat and pay. */
export interface Wish {
  kind: ServingKind
  note: string
  /** Said for a delivery: volunteers carry a meal only to somebody who cannot leave home. */
  cannotLeave: boolean
  pay: 'counter' | 'wechat'
}

type HowProps = {
  kinds: readonly ServingKind[]
  /** Where a meal would be brought; null when no home is on record. */
  home: string | null
  /** Whose home could be put down here: mine or that of one I act for; undefined when staff order. */
  homeOf: { id: string; self: boolean } | undefined
  mayPayByWechat: boolean
  value: Wish
  onChange: (wish: Wish) => void
}

const longestNote = 60

const detailOf = (kind: ServingKind, home: string | null): string => {
  switch (kind) {
    case 'eatIn':
      return '在餐厅里吃'
    case 'takeAway':
      return '自己来拿，带回家吃'
    case 'delivery':
      return home === null ? '还没有填住址，送不了' : `志愿者送到${home}，给出不了门的人`
  }
}

/** Where it is eaten, what the kitchen should know, and how it is paid. */
export function How({ kinds, home, homeOf, mayPayByWechat, value, onChange }: HowProps) {
  const homeless = kinds.includes('delivery') && home === null
  return (
    <>
      <Choice
        label="怎么吃"
        options={kinds.map((kind) => ({
          value: kind,
          label: servingNames[kind],
          detail: detailOf(kind, home),
          off: kind === 'delivery' && home === null,
        }))}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {homeless && homeOf && (
        <Button
          label="填住址，就能送餐"
          look="quiet"
          drawing="house"
          onTap={() =>
            goTo('profileEdit', { what: 'home', ...(!homeOf.self && { person: homeOf.id }) })
          }
        />
      )}
      {mayPayByWechat && (
        <Choice
          label="怎么付钱"
          options={[
            value.kind === 'delivery'
              ? { value: 'counter', label: '送到的时候付', detail: '把现金给送餐的志愿者' }
              : { value: 'counter', label: '到柜台付', detail: '取餐的时候给现金或者刷卡' },
            {
              value: 'wechat',
              label: '现在用微信付',
              detail: payNote ?? '15 分钟里付好，不然就取消了',
            },
          ]}
          value={value.pay}
          onChange={(pay) => onChange({ ...value, pay })}
        />
      )}
      <Field
        label="跟厨房说一句"
        hint="比如：少放盐，饭软一点"
        optional
        most={longestNote}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
      />
    </>
  )
}
