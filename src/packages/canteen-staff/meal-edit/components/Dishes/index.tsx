import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Row, Rows } from '@/src/design/Row'
import { useDishes } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { goTo } from '@/src/routes'
import { markNames } from '@/src/words/canteen'
import { yuanSaid } from '@/src/words/meals'
import type { PartProps } from '../../part'

/** What most canteens cook of a dish; said again only where it differs. */
const usual = '40'

type DishesProps = PartProps & {
  /** How dishes are called that are on this menu already, also those nobody can choose any more. */
  names: ReadonlyMap<string, string>
}

/** The menu: each dish with its portions, one at a time; below it, the dishes that could be added. */
export function Dishes({ form, change, wrong, names }: DishesProps) {
  const reading = useDishes()
  const [editing, setEditing] = useState<string>()
  const known = new Map([
    ...names,
    ...(reading.data ?? []).map(({ id, name }) => [id, name] as const),
  ])
  const { offers } = form
  const set = (dish: string, portions: string) =>
    change({ offers: offers.map((one) => (one.dish === dish ? { dish, portions } : one)) })
  const add = (dish: string) => {
    change({ offers: [...offers, { dish, portions: offers.at(-1)?.portions || usual }] })
    setEditing(undefined)
  }
  return (
    <>
      {wrong.offers && <Notice kind="error" label={wrong.offers} />}
      <Heading
        label={offers.length === 0 ? '还没有选菜' : `选了 ${offers.length} 个菜，点一个改份数`}
      />
      <Rows label="选好的菜">
        {offers.map(({ dish, portions }) => {
          const name = known.get(dish) ?? '一个菜'
          return editing === dish ? (
            <Card key={dish} label={name}>
              <Heading label={name} level={3} />
              <Field
                label={`${name}做几份`}
                kind="number"
                most={3}
                value={portions}
                onChange={(typed) => set(dish, typed)}
              />
              <Button label="好了" look="secondary" onTap={() => setEditing(undefined)} />
              <Button
                label="这一餐不做它"
                look="danger"
                onTap={() => {
                  change({ offers: offers.filter((one) => one.dish !== dish) })
                  setEditing(undefined)
                }}
              />
            </Card>
          ) : (
            <Row
              key={dish}
              label={name}
              detail={`${portions || '0'} 份`}
              drawing="bowl"
              onTap={() => setEditing(dish)}
            />
          )
        })}
      </Rows>
      <Heading label="加一个菜" />
      <Reading of={reading} failed="菜品没有打开">
        {(dishes) => {
          const others = dishes.filter(
            ({ id, retired }) => !retired && !offers.some(({ dish }) => dish === id),
          )
          return (
            <>
              {others.length === 0 && (
                <Empty
                  label={dishes.length === 0 ? '还没有菜品' : '能选的都选了'}
                  detail="新的菜先在“菜品”里写好名字和价钱，再回来选。"
                  drawing="rice"
                />
              )}
              <Rows label="可以加的菜">
                {others.map(({ id, name, price, marks }) => (
                  <Row
                    key={id}
                    label={name}
                    detail={[yuanSaid(price), ...marks.map((mark) => markNames[mark])].join(' · ')}
                    drawing="plus"
                    colour="pine"
                    onTap={() => add(id)}
                  />
                ))}
              </Rows>
              <ReadOn of={reading} label="再看一些菜" />
              <Button label="写一个新的菜" look="quiet" onTap={() => goTo('dishEdit')} />
            </>
          )
        }}
      </Reading>
    </>
  )
}
