import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { servingNames } from '@/src/words/canteen'
import type { ServingKind } from '@/types/canteen'
import type { PartProps } from '../../part'

const details: Readonly<Record<ServingKind, string>> = {
  eatIn: '在餐厅吃',
  takeAway: '自己来拿，带回家',
  delivery: '志愿者送到出不了门的人家里',
}

const kinds = (Object.keys(servingNames) as ServingKind[]).map((value) => ({
  value,
  label: servingNames[value],
  detail: details[value],
}))

type WhereProps = PartProps & { nodes: ReadonlyArray<{ id: string; name: string }> }

/** Where it is eaten, by whom it is run, and how. */
export function Where({ form, change, wrong, nodes }: WhereProps) {
  return (
    <>
      <Field
        label="在哪里"
        hint="比如：一楼餐厅"
        most={40}
        value={form.placeName}
        onChange={(placeName) => change({ placeName })}
        {...(wrong.placeName && { error: wrong.placeName })}
      />
      {nodes.length > 1 && (
        <Choice
          label="谁办的"
          options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.node}
          onChange={(node) => change({ node })}
        />
      )}
      {wrong.node && <Notice kind="error" label={wrong.node} />}
      <Choice
        many
        label="怎么吃"
        hint="可以选几样"
        options={kinds}
        value={form.kinds}
        onChange={(chosen) => change({ kinds: chosen })}
      />
      {wrong.kinds && <Notice kind="error" label={wrong.kinds} />}
    </>
  )
}
