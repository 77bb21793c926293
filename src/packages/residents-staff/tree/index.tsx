import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useHolds, useNodes } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { addSaid, nodeKindNames } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import type { OrganisationNode } from '@/types/residents'
import { kindsBelow, pathTo, topsOf } from './levels'
import './index.scss'

/** One node of the organisation and what lies right below it: who answers for it, and who stands in. */
export default function Tree() {
  const { node: id } = useRouter().params
  const reading = useNodes()
  const cached = cachedAt(reading)
  const nodes = reading.data?.items ?? []
  const tops = topsOf(nodes)
  const node =
    id === undefined
      ? tops.length === 1
        ? tops[0]
        : undefined
      : nodes.find((one) => one.id === id)
  const path = node ? pathTo(nodes, node.id) : []
  const above = path.slice(0, -1).map(({ name }) => name)
  return (
    <Page
      wide
      title={node?.name ?? '组织和岗位'}
      {...(above.length > 0 && { subtitle: above.join(' › ') })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="组织没有打开">
        {({ items }) => (
          <>
            {node && <Answerable node={node} />}
            <Below
              nodes={node ? items.filter(({ parent }) => parent === node.id) : tops}
              of={node}
            />
            {node && <Edit node={node} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Answerable({ node }: { node: OrganisationNode }) {
  const { owner, deputy, awayUntil } = node
  const holds = useHolds()
  const at = now()
  const away = awayUntil !== null && at < awayUntil
  return (
    <Card label={`${node.name}谁负责`}>
      <Figure
        label="负责人"
        value={owner?.name || '还没有定'}
        {...(away && {
          reason: `外出，${whenSaid(awayUntil, at)} 回来，${deputy ? '由代理人负责' : '没有人代理，请定一位'}`,
        })}
      />
      <Figure label="代理人" value={deputy?.name || '还没有定'} />
      {holds('centreStaff', 'admin') && (
        <Button
          label="定负责人和代理人"
          look="secondary"
          onTap={() => goTo('nodeOwner', { node: node.id })}
        />
      )}
      <Button
        label={away ? '改外出时间' : '登记外出'}
        look="quiet"
        onTap={() => goTo('away', { node: node.id })}
      />
    </Card>
  )
}

type BelowProps = { nodes: readonly OrganisationNode[]; of: OrganisationNode | undefined }

function Below({ nodes, of }: BelowProps) {
  const at = now()
  if (nodes.length === 0)
    return of?.kind === 'building' ? null : <Empty label="下面还没有" drawing="house" />
  return (
    <>
      <Heading label={of ? `${of.name}下面` : '您管的地方'} />
      <View className="tree__below">
        {nodes.map(({ id, kind, name, owner, awayUntil }) => {
          const away = awayUntil !== null && at < awayUntil
          const who = owner?.name ? `${owner.name}负责` : '还没有负责人'
          return (
            <Row
              key={id}
              label={name}
              detail={`${nodeKindNames[kind]} · ${who}`}
              drawing="house"
              colour="blue"
              {...(away && { saying: '外出' })}
              onTap={() => goTo('tree', { node: id })}
            >
              {away && <Tag label="外出" tone="gold" drawing="clock" />}
            </Row>
          )
        })}
      </View>
    </>
  )
}

/** Names, levels and roles; an admin's work. */
function Edit({ node }: { node: OrganisationNode }) {
  const holds = useHolds()
  return (
    <>
      {holds('centreStaff', 'admin') && (
        <Button label="看这里的岗位" look="quiet" onTap={() => goTo('roles', { node: node.id })} />
      )}
      {holds('admin') && node.kind !== 'centre' && (
        <Button
          label={node.kind === 'community' ? '改名字' : '改名字、移到别处'}
          look="quiet"
          onTap={() => goTo('nodeEdit', { node: node.id })}
        />
      )}
      {holds('admin') &&
        kindsBelow[node.kind].map((kind) => (
          <Button
            key={kind}
            label={addSaid[kind]}
            look="quiet"
            drawing="plus"
            onTap={() => goTo('nodeEdit', { parent: node.id, kind })}
          />
        ))}
    </>
  )
}
