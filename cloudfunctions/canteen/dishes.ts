import { canteen, type Dish } from '@/types/canteen'
import { addressesOf } from '../kit/files'
import { anywhere, procedure } from '../kit/procedure'
import { dishes as store, type DishDoc } from './store'

/** Dishes belong to the centre: whoever works for a canteen of it sees them. */
export const dishes = procedure(canteen, 'dishes', {
  place: () => anywhere,

  async run({ centre, input: { after } }) {
    const { documents, next } = await store.of(centre).page({
      where: {},
      by: ['name', 'asc'],
      after,
    })
    return { items: await dishesShown(documents), next }
  },
})

/** Dishes as staff see them, with pictures a phone can load. */
export const dishesShown = async (documents: readonly DishDoc[]): Promise<Dish[]> => {
  const pictures = await addressesOf(documents.flatMap(({ photo }) => photo ?? []))
  return documents.map(({ _id, name, price, marks, allergens, photo, discountable, retired }) => ({
    ...{ id: _id, name, price, marks, allergens, discountable, retired },
    photo: pictures.get(photo ?? '') ?? null,
    photoFile: photo,
  }))
}
