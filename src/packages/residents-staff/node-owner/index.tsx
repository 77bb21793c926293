import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useNodes, useSetOwner, useStaffAlong } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { OrganisationNode } from '@/types/residents'
import { pathTo } from '../tree/levels'

const nobody = 'nobody'

/** Who answers for a node, and who does while they are away. */
export default function NodeOwner() {
  const { node: id = '' } = useRouter().params
  const reading = useNodes()
  const nodes = reading.data?.items ?? []
  const node = nodes.find((one) => one.id === id)
  if (node) return <Form node={node} path={pathTo(nodes, id).map((one) => one.id)} />
  return (
    <Page wide title="负责人">
      <Reading of={reading} failed="组织没有打开">
        {() => <Empty label="这里不归您管" />}
      </Reading>
    </Page>
  )
}

function Form({ node, path }: { node: OrganisationNode; path: readonly string[] }) {
  const staff = useStaffAlong(path)
  const saving = useSetOwner()
  const [owner, setOwner] = useState(node.owner?.id ?? nobody)
  const [deputy, setDeputy] = useState(node.deputy?.id ?? nobody)
  const known = [node.owner, node.deputy].filter((one) => one !== null)
  const people = [...new Map([...known, ...staff].map((one) => [one.id, one])).values()]
  const options = [
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    { value: nobody, label: '还没有定' },
  ]
  const save = () =>
    saving.submit(
      {
        node: node.id,
        owner: owner === nobody ? null : owner,
        deputy: deputy === nobody ? null : deputy,
      },
      {
        done: () => {
          showToast('记下了')
          goBack()
        },
      },
    )
  return (
    <Page
      wide
      title={`${node.name}谁负责`}
      subtitle="只有在这里有岗位的人可以选"
      action={
        <>
          <Submitted of={saving} />
          <Button label="记下来" busy={saving.busy || saving.waiting} onTap={save} />
        </>
      }
    >
      <Choice label="负责人" options={options} value={owner} onChange={setOwner} />
      <Choice
        label="代理人"
        hint="负责人外出时替他负责"
        options={options}
        value={deputy}
        onChange={setDeputy}
      />
    </Page>
  )
}
