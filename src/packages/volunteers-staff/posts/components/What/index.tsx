import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { shiftKinds } from '@/src/words/volunteers'
import type { ShiftKind } from '@/types/volunteers'
import { useArrangedNodes } from '../../../arrangedNodes'
import { WhichMeal } from '../../../components/WhichMeal'
import type { PartProps } from '../../form'

/** Haircuts and their barbers have a rule of their own. */
const kinds = Object.entries(shiftKinds)
  .filter(([value]) => value !== 'barber')
  .map(([value, { label }]) => ({ value: value as ShiftKind, label }))

type WhatProps = PartProps & {
  /** A post stays where it is. */
  isNew: boolean
}

/** What the post is for, how it is called, and where. */
export function What({ form, change, wrong, isNew }: WhatProps) {
  const nodes = useArrangedNodes()
  return (
    <>
      <Choice
        label="什么岗"
        options={kinds}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <Field
        label="怎么说"
        hint="志愿者看到的，比如：早上护学岗"
        value={form.title}
        onChange={(title) => change({ title })}
        most={40}
        {...(wrong.title && { error: wrong.title })}
      />
      <Field
        label="在哪里"
        hint="比如：静安小学门口"
        value={form.placeName}
        onChange={(placeName) => change({ placeName })}
        most={40}
        {...(wrong.placeName && { error: wrong.placeName })}
      />
      {form.kind === 'delivery' && (
        <WhichMeal
          value={form.carries}
          error={wrong.carries}
          onChange={(carries) => change({ carries })}
        />
      )}
      {isNew && nodes.length > 1 && (
        <Choice
          label="哪里的岗"
          options={nodes}
          value={form.node}
          onChange={(node) => change({ node })}
        />
      )}
    </>
  )
}
