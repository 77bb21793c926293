import { useRouter } from '@tarojs/taro'
import { useState, type PropsWithChildren } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { useNodes, useSaveNode } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { addSaid, nodeKindNames } from '@/src/words/residents'
import type { NodeKind, OrganisationNode } from '@/types/residents'
import { parentsFor, pathSaid } from '../tree/levels'
import { Move } from './components/Move'

const examples: Readonly<Record<NodeKind, string>> = {
  centre: '',
  community: '比如：风韵荷都社区',
  grid: '比如：第一网格',
  microgrid: '比如：1号微网格',
  building: '比如：12号楼',
}

/** The name of a node and where it lies, or a new node below another. */
export default function NodeEdit() {
  const { node: id, parent, kind } = useRouter().params
  const reading = useNodes()
  const [moving, setMoving] = useState(false)
  const nodes = reading.data?.items ?? []
  const node = nodes.find((one) => one.id === id)
  if (node && moving) return <Move node={node} nodes={nodes} onStay={() => setMoving(false)} />
  if (node && node.parent !== null)
    return (
      <Form node={node} kind={node.kind} parent={node.parent}>
        {parentsFor(nodes, node).length > 0 && (
          <Row
            label="移到别处"
            detail={`现在属于${pathSaid(nodes, node.parent)}`}
            drawing="house"
            colour="blue"
            onTap={() => setMoving(true)}
          />
        )}
      </Form>
    )
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

type FormProps = PropsWithChildren<{ node?: OrganisationNode; kind: NodeKind; parent: string }>

function Form({ node, kind, parent, children }: FormProps) {
  const saving = useSaveNode()
  const [name, setName] = useState(node?.name ?? '')
  const [tried, setTried] = useState(false)
  const title = node ? `改${node.name}` : addSaid[kind]
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
      {children}
    </Page>
  )
}
