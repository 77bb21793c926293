import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useErrandKinds } from '@/src/queries/errandsStaff'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { byCategory } from '@/src/words/errands'
import { skillNames } from '@/src/words/skills'
import { minutesSaid } from '@/src/words/volunteers'

/** What residents can order, and what is not offered any more. */
export default function ErrandKinds() {
  const reading = useErrandKinds()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="服务菜单"
      subtitle="居民从这里点"
      {...(cached && { cachedAt: cached })}
      action={<Button label="加一项" drawing="plus" onTap={() => goTo('errandKindEdit')} />}
    >
      <Reading of={reading} failed="服务菜单没有打开">
        {({ kinds }) =>
          kinds.length === 0 ? (
            <Empty
              label="还没有服务"
              detail="比如修水龙头、打扫、陪同看病、读信。加好了，居民马上能点。"
              drawing="hand"
            />
          ) : (
            byCategory(kinds).map((group) => (
              <View key={group.category}>
                <Heading label={group.label} />
                <Rows label={group.label}>
                  {group.kinds.map(({ id, name, minutes, atHome, skills, retired }) => (
                    <Row
                      key={id}
                      label={name}
                      detail={[
                        `大约 ${minutesSaid(minutes)}`,
                        atHome ? '两个人上门' : '一个人',
                        skills.map((skill) => skillNames[skill]).join('、') || '谁都能做',
                      ].join(' · ')}
                      drawing="hand"
                      colour={retired ? 'soft' : 'gold'}
                      {...(retired && { saying: '停了' })}
                      onTap={() => goTo('errandKindEdit', { kind: id })}
                    >
                      {retired && <Tag label="停了" />}
                    </Row>
                  ))}
                </Rows>
              </View>
            ))
          )
        }
      </Reading>
    </Page>
  )
}
