import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import type { Eater } from '@/src/queries/canteen'
import { goTo } from '@/src/routes'
import { servingNames } from '@/src/words/canteen'
import { dishesSaid } from '@/src/words/meals'
import type { Service } from '@/types/canteen'

type AgainProps = {
  meal: Service
  family: readonly Eater[]
  /** Whom staff act for. */
  forResident?: string
}

type Last = NonNullable<Eater['again']>

const dishesOf = ({ offers }: Service, { lines }: Last): string => {
  const names = new Map(offers.map(({ dish, name }) => [dish, name]))
  return dishesSaid(lines.map(({ dish, portions }) => ({ name: names.get(dish) ?? '', portions })))
}

/** The way it was eaten and what the kitchen was told, as far as this meal has it. */
const howOf = ({ kinds }: Service, { kind, note }: Last): string =>
  [kinds.includes(kind) && servingNames[kind], note && `跟厨房说：${note}`]
    .filter(Boolean)
    .join('，')

/** For each of my family who ordered before and not yet here: the same again, one tap from its price. */
export function Again({ meal, family, forResident }: AgainProps) {
  return (
    <>
      {family.map(({ id, self, name, again, order }) => {
        if (again === null || order !== null) return null
        const dishes = dishesOf(meal, again)
        const how = howOf(meal, again)
        const whose = self ? '' : `给${name}，`
        return (
          <Card key={id} label={`${whose}和上次一样：${dishes}`}>
            {whose}
            {dishes}
            {how !== '' && <View>{how}</View>}
            <Button
              label="和上次一样"
              fuller={self ? '和上次一样' : `和上次一样，给${name}`}
              look="secondary"
              onTap={() =>
                goTo('mealOrder', {
                  service: meal.id,
                  again: '1',
                  ...(forResident === undefined ? { person: id } : { forResident }),
                })
              }
            />
          </Card>
        )
      })}
    </>
  )
}
