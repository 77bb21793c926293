import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useNodes, useSaveNode } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { addSaid, nodeKindNames } from '@/src/words/residents'
import type { NodeKind, OrganisationNode } from '@/types/residents'

const examples: Readonly<Record<NodeKind, string>> = {
  centre: '',
  community: '比如：风韵荷都社区',
  grid: '比如：第一网格',
  microgrid: '比如：1号微网格',
  building: '比如：12号楼',
}

/** The name of a node, or a new node below another. */
export default function NodeEdit() {
  const { node: id, parent, kind } = useRouter().params
  const reading = useNodes()
  const node = reading.data?.items.find((one) => one.id === id)
  if (node && node.parent !== null)
    return <Form node={node} kind={node.kind} parent={node.parent} />
  if (parent !== undefined && kind !== undefined && kind in nodeKindNames)
    return <Form kind={kind as NodeKind} parent={parent} />
  return (
    <Page wide title="组织">
      <Reading of={reading} failed="组织没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

type FormProps = { node?: OrganisationNode; kind: NodeKind; parent: string }

function Form({ node, kind, parent }: FormProps) {
  const saving = useSaveNode()
  const [name, setName] = useState(node?.name ?? '')
  const [tried, setTried] = useState(false)
  const title = node ? `改${node.name}的名字` : addSaid[kind]
  const save = () => {
    setTried(name.trim() === '')
    if (name.trim() === '') return
    saving.submit(
      { ...(node && { node: node.id }), kind, parent, name: name.trim() },
      {
        done: (saved) => {
          showToast(`${saved.name}记下了`)
          goBack()
        },
      },
    )
  }
  const error =
    (tried && name.trim() === '' && '请写上名字') ||
    (wrongField(saving.error) === 'name' && '名字最多 30 个字')
  return (
    <Page
      wide
      title={title}
      action={
        <>
          <Submitted of={saving} />
          <Button label="记下来" busy={saving.busy || saving.waiting} onTap={save} />
        </>
      }
    >
      <Field
        label={`${nodeKindNames[kind]}叫什么`}
        hint={examples[kind]}
        most={30}
        value={name}
        onChange={setName}
        {...(error && { error })}
      />
    </Page>
  )
}
