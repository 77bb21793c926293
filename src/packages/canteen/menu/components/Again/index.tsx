import { Card } from '@/src/design/Card'
import { Button } from '@/src/design/Button'
import type { Eater } from '@/src/queries/canteen'
import { goTo } from '@/src/routes'
import { dishesSaid } from '@/src/words/meals'
import type { Service } from '@/types/canteen'

type AgainProps = {
  meal: Service
  family: readonly Eater[]
}

/** For each of my family who ordered before and not yet here: the same again, one tap from its price. */
export function Again({ meal, family }: AgainProps) {
  const names = new Map(meal.offers.map(({ dish, name }) => [dish, name]))
  const able = family.filter(({ again, order }) => again !== null && order === null)
  return (
    <>
      {able.map(({ id, self, name, again }) => {
        const dishes = dishesSaid(
          (again?.lines ?? []).map(({ dish, portions }) => ({
            name: names.get(dish) ?? '',
            portions,
          })),
        )
        const whose = self ? '' : `给${name}，`
        return (
          <Card key={id} label={`${whose}和上次一样：${dishes}`}>
            {whose}
            {dishes}
            <Button
              label="和上次一样"
              fuller={self ? '和上次一样' : `和上次一样，给${name}`}
              look="secondary"
              onTap={() => goTo('mealOrder', { service: meal.id, person: id, again: '1' })}
            />
          </Card>
        )
      })}
    </>
  )
}
