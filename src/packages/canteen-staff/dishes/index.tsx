import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { silentPicture } from '@/src/design/picture'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { Tag } from '@/src/design/Tag'
import { useDishes } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { markNames } from '@/src/words/canteen'
import { yuanSaid } from '@/src/words/meals'
import type { Dish } from '@/types/canteen'
import './index.scss'

/** Everything the kitchen cooks, with its price; menus are put together from it. */
export default function Dishes() {
  const reading = useDishes()
  const changes = useHolds()('canteenStaff', 'centreStaff')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="菜品"
      subtitle="排餐的时候从这里选"
      {...(cached && { cachedAt: cached })}
      {...(changes && {
        action: <Button label="加一个菜" drawing="plus" onTap={() => goTo('dishEdit')} />,
      })}
    >
      <Reading of={reading} failed="菜品没有打开">
        {(dishes) =>
          dishes.length === 0 ? (
            <Empty
              label="还没有菜品"
              detail="写好菜名和价钱，就能排到每天的餐里。"
              drawing="rice"
            />
          ) : (
            <>
              <View className="dishes" {...spoken({ role: 'group', label: '菜品' })}>
                {dishes.map((dish) => (
                  <DishRow key={dish.id} dish={dish} changes={changes} />
                ))}
              </View>
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

function DishRow({ dish, changes }: { dish: Dish; changes: boolean }) {
  const { id, name, price, marks, photo, retired } = dish
  const said = marks.map((mark) => markNames[mark])
  return (
    <View className="dishes__dish">
      {photo && (
        <Image className="dishes__photo" src={photo} mode="aspectFill" {...silentPicture} />
      )}
      <View className="dishes__row">
        <Row
          label={name}
          detail={yuanSaid(price)}
          saying={[...said, retired && '不再做了'].filter(Boolean).join('，')}
          {...(changes && { onTap: () => goTo('dishEdit', { dish: id }) })}
        >
          {retired && <Tag label="不再做了" />}
          {said.map((mark) => (
            <Tag key={mark} label={mark} tone="pine" />
          ))}
        </Row>
      </View>
    </View>
  )
}
