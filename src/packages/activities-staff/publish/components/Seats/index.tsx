import { Field } from '@/src/design/Field'
import type { PartProps } from '../../part'

/** How many can come, wait, and be signed up by staff. */
export function Seats({ form, change, wrong }: PartProps) {
  const held = Math.floor((Number(form.seats) * Number(form.heldPercent)) / 100)
  return (
    <>
      <Field
        label="名额（人）"
        kind="number"
        most={3}
        value={form.seats}
        onChange={(seats) => change({ seats })}
        {...(wrong.seats && { error: wrong.seats })}
      />
      <Field
        label="最多几个人排队"
        hint="有人取消，自动轮到排队的人。不排队就填 0"
        kind="number"
        most={3}
        value={form.waitlist}
        onChange={(waitlist) => change({ waitlist })}
        {...(wrong.waitlist && { error: wrong.waitlist })}
      />
      <Field
        label="留百分之几给替人报名"
        hint={`留给手慢的老人，由工作人员替他们报。现在是留 ${held} 个名额左右`}
        kind="number"
        most={2}
        value={form.heldPercent}
        onChange={(heldPercent) => change({ heldPercent })}
        {...(wrong.heldPercent && { error: wrong.heldPercent })}
      />
      <Field
        label="一家最多几个人"
        hint="不限就空着"
        kind="number"
        optional
        most={2}
        value={form.householdCap}
        onChange={(householdCap) => change({ householdCap })}
        {...(wrong.householdCap && { error: wrong.householdCap })}
      />
    </>
  )
}
