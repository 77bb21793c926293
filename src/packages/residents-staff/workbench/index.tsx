import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { scanCard } from '@/src/platform/scanCard'
import { Reading } from '@/src/queries/Reading'
import { useHolds, useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { roleNames } from '@/src/words/residents'
import type { Me } from '@/types/residents'
import { groups } from './entries'
import './index.scss'

/** WeChat takes so long a page only in parts: drawn at once, the rows of an administrator are more than it passes on. */
const groupsAtOnce = 4

const rolesSaid = ({ roles }: Me): string =>
  roles.map(({ role, nodeName }) => `${nodeName} ${roleNames[role]}`).join('，')

/** What my roles let me do, a resident's code first: most work begins with somebody standing there. */
export default function Workbench() {
  const reading = useMe()
  const holds = useHolds()
  const cached = cachedAt(reading)
  const [wrongCode, setWrongCode] = useState(false)
  const [drawn, setDrawn] = useState(groupsAtOnce)
  useEffect(() => {
    // Not before what was drawn has been passed on, or both go as one.
    if (reading.data && drawn < groups.length) Taro.nextTick(() => setDrawn(drawn + groupsAtOnce))
  }, [reading.data, drawn])
  const scans = holds('gridWorker', 'communityStaff', 'centreStaff', 'canteenStaff')
  const scan = () =>
    void scanCard().then((seen) => {
      setWrongCode(seen === 'notACard')
      if (seen !== null && seen !== 'notACard') goTo('person', seen)
    })
  return (
    <Page
      wide
      title="工作台"
      {...(reading.data && { subtitle: rolesSaid(reading.data) })}
      {...(cached && { cachedAt: cached })}
      {...(scans && {
        action: <Button label="扫会员码" drawing="camera" onTap={scan} />,
      })}
    >
      {wrongCode && (
        <Notice kind="error" label="这不是会员码">
          <View>请居民打开“我的”，或者拿出纸卡，再扫一次。也可以点“找人”。</View>
        </Notice>
      )}
      <Reading of={reading} failed="工作台没有打开">
        {({ roles }) =>
          roles.length === 0 ? (
            <Empty
              label="您在这里还没有岗位"
              detail="请管理员在“组织和岗位”里给您安排，再打开这一页。"
            />
          ) : (
            <>
              {groups.slice(0, drawn).map(({ label, entries }) => {
                const mine = entries.filter((entry) => holds(...entry.roles))
                if (mine.length === 0) return null
                return (
                  <View key={label} {...spoken({ role: 'group', label })}>
                    <Heading label={label} />
                    <View className="workbench__entries">
                      {mine.map(({ route, roles: _who, ...entry }) => (
                        <Row key={route} {...entry} onTap={() => goTo(route)} />
                      ))}
                    </View>
                  </View>
                )
              })}
              <Away roles={roles} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

/** Where I may answer for something, I can say that I am away. */
function Away({ roles }: Pick<Me, 'roles'>) {
  const places = roles.filter(({ role }) =>
    ['gridWorker', 'communityStaff', 'centreStaff', 'admin'].includes(role),
  )
  if (places.length === 0) return null
  return (
    <View {...spoken({ role: 'group', label: '我不在的时候' })}>
      <Heading label="我不在的时候" />
      <View className="workbench__entries">
        {[...new Map(places.map((place) => [place.node, place])).values()].map(
          ({ node, nodeName }) => (
            <Row
              key={node}
              label={`${nodeName}：登记外出`}
              detail="代理人替您负责"
              drawing="bell"
              colour="gold"
              onTap={() => goTo('away', { node })}
            />
          ),
        )}
      </View>
    </View>
  )
}
