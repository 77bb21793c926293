import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { categories } from '@/src/words/activities'
import type { Category } from '@/types/activities'
import type { PartProps } from '../../part'

const options = (Object.keys(categories) as Category[]).map((value) => ({
  value,
  label: categories[value].label,
}))

type WhatProps = PartProps & { nodes: ReadonlyArray<{ id: string; name: string }> }

/** What is held, where, and who holds it. */
export function What({ form, change, wrong, nodes }: WhatProps) {
  return (
    <>
      <Field
        label="活动名称"
        most={40}
        value={form.title}
        onChange={(title) => change({ title })}
        {...(wrong.title && { error: wrong.title })}
      />
      <Field
        label="一句话介绍"
        hint="居民在列表里看到的，比如：周末一起搭一座桥"
        most={60}
        value={form.summary}
        onChange={(summary) => change({ summary })}
        {...(wrong.summary && { error: wrong.summary })}
      />
      <Field
        label="在哪里"
        hint="比如：二楼活动室"
        most={40}
        value={form.placeName}
        onChange={(placeName) => change({ placeName })}
        {...(wrong.placeName && { error: wrong.placeName })}
      />
      <Choice
        label="类别"
        options={options}
        value={form.category}
        onChange={(category) => change({ category })}
      />
      {wrong.category && <Notice kind="error" label={wrong.category} />}
      {nodes.length > 1 && (
        <Choice
          label="由谁办"
          options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.node}
          onChange={(node) => change({ node })}
        />
      )}
      {wrong.node && <Notice kind="error" label={wrong.node} />}
    </>
  )
}
