import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Switch } from '@/src/design/Switch'
import { tagNames } from '@/src/words/activities'
import type { AudienceTag } from '@/types/residents'
import type { PartProps } from '../../part'

const tags = (Object.keys(tagNames) as AudienceTag[]).map((value) => ({
  value,
  label: tagNames[value],
}))

type WhoProps = PartProps & { communities: ReadonlyArray<{ id: string; name: string }> }

/** For whom it is; the reason is shown to everybody it is not for. */
export function Who({ form, change, wrong, communities }: WhoProps) {
  return (
    <>
      <Field
        label="最小几岁"
        hint="按第一次那天的年龄算。不限就空着"
        kind="number"
        optional
        most={3}
        value={form.minAge}
        onChange={(minAge) => change({ minAge })}
      />
      <Field
        label="最大几岁"
        kind="number"
        optional
        most={3}
        value={form.maxAge}
        onChange={(maxAge) => change({ maxAge })}
        {...(wrong.eligibility && { error: wrong.eligibility })}
      />
      <Switch
        label="只给确认过的居民"
        detail="工作人员当面看过证件的"
        on={form.verifiedOnly}
        onChange={(verifiedOnly) => change({ verifiedOnly })}
      />
      {communities.length > 0 && (
        <Choice
          many
          label="住在哪些社区的人"
          hint="都不选，就是谁都可以"
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.nodes}
          onChange={(nodes) => change({ nodes })}
        />
      )}
      <Choice
        many
        label="只给这些人"
        hint="都不选，就是谁都可以；选了几种，有一种就行"
        options={tags}
        value={form.tags}
        onChange={(chosen) => change({ tags: chosen })}
      />
    </>
  )
}
