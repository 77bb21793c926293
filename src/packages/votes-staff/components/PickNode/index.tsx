import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Reading } from '@/src/queries/Reading'
import { useMe, useNodes } from '@/src/queries/residents'
import type { NodeKind, OrganisationNode } from '@/types/residents'

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

type PickNodeProps = {
  label: string
  kinds: readonly NodeKind[]
  value: string
  onChange: (node: string) => void
  error?: string | undefined
}

/** Nodes on the way from one up to the root, itself first. */
const wayUp = (id: string, byId: ReadonlyMap<string, OrganisationNode>): OrganisationNode[] => {
  const way: OrganisationNode[] = []
  for (
    let node = byId.get(id);
    node;
    node = node.parent === null ? undefined : byId.get(node.parent)
  )
    way.push(node)
  return way
}

/** A place of the tree that I answer for, or one below it. */
export function PickNode({ label, kinds, value, onChange, error }: PickNodeProps) {
  const reading = useNodes()
  const held = (useMe().data?.roles ?? [])
    .filter(({ role }) => role === 'communityStaff' || role === 'centreStaff')
    .map(({ node }) => node)
  const [typed, setTyped] = useState('')
  return (
    <Reading of={reading} failed="范围没有打开">
      {({ items }) => {
        const byId = new Map(items.map((node) => [node.id, node]))
        const all = items
          .filter(
            ({ id, kind }) =>
              kinds.includes(kind) && wayUp(id, byId).some((above) => held.includes(above.id)),
          )
          .map(({ id }) => {
            const [own, ...above] = wayUp(id, byId)
            const names = above.filter(({ kind }) => kind !== 'centre').map(({ name }) => name)
            return { value: id, label: [...names.reverse(), own?.name].join(' ') }
          })
        const fitting = all.filter((one) => one.value === value || one.label.includes(typed.trim()))
        return (
          <>
            {all.length > mostInSight && (
              <Field
                label="先写几个字找"
                hint="比如：12号楼"
                optional
                most={20}
                value={typed}
                onChange={setTyped}
              />
            )}
            <Choice
              label={label}
              options={fitting.slice(0, mostInSight)}
              value={value === '' ? undefined : value}
              onChange={onChange}
            />
            {fitting.length > mostInSight && (
              <Notice label="还有没列出来的">请在上面写几个字，就能找到。</Notice>
            )}
            {error && <Notice kind="error" label={error} />}
          </>
        )
      }}
    </Reading>
  )
}
