import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useSaveNode } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import type { OrganisationNode } from '@/types/residents'
import { parentsFor, pathSaid, pathTo } from '../../../tree/levels'

/** A longer list is narrowed by typing a part of the name first. */
const mostInSight = 12

type MoveProps = {
  node: OrganisationNode
  nodes: readonly OrganisationNode[]
  onStay: () => void
}

/** Puts a node, with all that lies below it, under another parent; what follows from it is said before. */
export function Move({ node, nodes, onStay }: MoveProps) {
  const moving = useSaveNode()
  const [typed, setTyped] = useState('')
  const [to, setTo] = useState<OrganisationNode>()
  const places = parentsFor(nodes, node).map((place) => ({
    place,
    label: pathSaid(nodes, place.id),
  }))
  const long = places.length > mostInSight
  const fits = places.filter(({ label }) => label.includes(typed.trim()))
  const shown = long && typed.trim() === '' ? [] : fits.slice(0, mostInSight)
  const move = (parent: OrganisationNode) =>
    moving.submit(
      { node: node.id, kind: node.kind, parent: parent.id, name: node.name },
      {
        done: (saved) => {
          showToast(
            node.owner && !saved.owner
              ? `移好了，${saved.name}还没有负责人，请再定一位`
              : `${saved.name}移到${parent.name}了`,
          )
          goBack()
        },
        failed: () => setTo(undefined),
      },
    )
  return (
    <Page
      wide
      title={`${node.name}移到哪里？`}
      subtitle={`现在属于${node.parent === null ? '' : pathSaid(nodes, node.parent)}`}
      action={
        <>
          <Submitted of={moving} />
          <Button label="不移了" look="quiet" onTap={onStay} />
        </>
      }
    >
      {places.length === 0 && <Empty label="没有别的地方可以移" drawing="house" />}
      {long && (
        <Field
          label="移到哪里"
          hint="写上名字就能找到，比如 第二网格"
          value={typed}
          onChange={setTyped}
        />
      )}
      {long && typed.trim() !== '' && fits.length === 0 && <View>没有找到，换个写法试试。</View>}
      {shown.length > 0 && (
        <Choice
          label="移到这里下面"
          options={shown.map(({ place, label }) => ({ value: place.id, label }))}
          value={to?.id}
          onChange={(id) => setTo(places.find(({ place }) => place.id === id)?.place)}
        />
      )}
      {to && (
        <Sheet
          label={`把${node.name}移到${to.name}吗？`}
          yes={{
            label: '移过去',
            danger: true,
            busy: moving.busy || moving.waiting,
            onTap: () => move(to),
          }}
          back="不移"
          onBack={() => setTo(undefined)}
        >
          <View>{goesAlong(nodes, node)}</View>
          <View>以后归{pathSaid(nodes, to.id)}的工作人员管，原来管这里的人看不到这些居民了。</View>
          <View>负责人在新地方没有岗位的，会空出来，要重新定。</View>
        </Sheet>
      )}
    </Page>
  )
}

/** What moves together with a node. */
const goesAlong = (nodes: readonly OrganisationNode[], { id, name }: OrganisationNode): string => {
  const below = nodes.filter((one) => pathTo(nodes, one.id).some((above) => above.id === id))
  const places = below.length - 1
  return places === 0
    ? `住在${name}的居民一起移过去。`
    : `${name}下面的 ${places} 个地方，和住在那里的居民，一起移过去。`
}
