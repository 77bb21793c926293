import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useCasesByBuilding } from '@/src/queries/feedbackStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'

/** Open cases of each building, grid by grid: what one walks along. */
export default function CasePlaces() {
  const reading = useCasesByBuilding()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="按楼走一走"
      subtitle="每栋楼还有几件没办好"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="没有打开">
        {({ all, grids }) =>
          grids.length === 0 ? (
            <Empty label="都办好了" detail="现在没有没办好的事。" drawing="house" />
          ) : (
            <>
              {!all && <Notice kind="warn" label="事情太多，只数了最先到期的一千件" />}
              {grids.map(({ name, places }, n) => (
                <View key={n}>
                  <Heading label={name} />
                  <Rows label={name}>
                    {places.map(({ node, name: place, open, late }) => (
                      <Row
                        key={node}
                        label={place}
                        detail={`${open} 件没办好`}
                        drawing="house"
                        colour={late > 0 ? 'brick' : 'pine'}
                        saying={late > 0 ? `${late} 件过期了` : ''}
                        onTap={() => goTo('casesToDo', { node, name: place })}
                      >
                        {late > 0 && <Tag label={`${late} 件过期了`} tone="brick" drawing="warn" />}
                      </Row>
                    ))}
                  </Rows>
                </View>
              ))}
              <Printing
                label="打印"
                sheet={{
                  title: '按楼走一走',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: grids.map(({ name, places }) => ({
                    title: name,
                    columns: ['楼', '没办好', '过期', '去过了'],
                    rows: places.map((place) => [
                      place.name,
                      String(place.open),
                      String(place.late),
                      '',
                    ]),
                  })),
                }}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
