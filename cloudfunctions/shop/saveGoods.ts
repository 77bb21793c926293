import { withKey } from '@/domain/shared/step'
import { mostGoods } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { refuseBadWords } from '../media/words'
import { ownPicture } from '../canteen/files'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { complete, placeOf } from './complete'
import { goodsForStaffShown } from './show'
import { goods, wholeGoods, type GoodsDoc } from './store'

/** New goods, of which none are there yet; or what is said of them. Stock changes by entries of the ledger alone. */
export const saveGoods = procedure(shop, 'saveGoods', {
  place: wholeCentre,

  async run({ centre, openid, caller, input, at }) {
    const { key, edition, draft } = input
    const _id = input.goods ?? hiddenId(centre, 'g', openid, key)
    const store = goods.of(centre)
    const before = await wholeGoods(centre, _id)
    if (input.goods !== undefined) found(before)
    const shown = async () => {
      const [one] = await goodsForStaffShown([found(await wholeGoods(centre, _id))])
      return found(one)
    }
    // What is not named is new: found under the id of its tap, this tap made it.
    const isDone = (known: GoodsDoc | null): boolean =>
      known !== null && (input.goods === undefined || known.savedBy.includes(key))
    if (isDone(before)) return shown()
    if (before && before.edition !== edition) fail('ChangedMeanwhile')
    // A bound for people: two who add at once may pass it by one.
    const comes = !draft.retired && (before === null || before.retired)
    if (comes && (await store.count({ retired: false })) >= mostGoods) fail('TooManyGoods')
    await refuseBadWords(openid, [draft.name, draft.unit, draft.about])
    const photo = await ownPicture(
      { centre, caller, at },
      _id,
      { file: draft.photo, purpose: 'goodsPhoto', field: 'draft.photo' },
      before?.photos ?? [],
    )
    await decide(async () => {
      const known = await wholeGoods(centre, _id)
      if (isDone(known)) return
      if (known && known.edition !== edition) return fail('ChangedMeanwhile')
      const photos = [...new Set([...(known?.photos ?? []), ...(photo ? [photo] : [])])]
      const said = { ...draft, photo, edition: edition + 1 }
      if (!known)
        return (await store.insert(
          fresh({ _id, centre, v: 1, ...said, photos, savedBy: [key] }, at),
        ))
          ? undefined
          : again
      const saved = await store.change(
        _id,
        {
          ...said,
          photos: command.set(photos),
          savedBy: command.set([...withKey(known.savedBy, key)]),
          place: placeOf(draft.name, known.isLow),
          owes: true,
          rev: command.inc(1),
        },
        { rev: known.rev },
      )
      return saved ? undefined : again
    })
    await complete(centre, _id, at)
    return shown()
  },
})

type Said = Pick<
  GoodsDoc,
  | '_id'
  | 'centre'
  | 'v'
  | 'name'
  | 'category'
  | 'unit'
  | 'about'
  | 'photo'
  | 'photos'
  | 'points'
  | 'fen'
  | 'low'
  | 'perMonth'
  | 'wanted'
  | 'bestBefore'
  | 'retired'
  | 'edition'
  | 'savedBy'
>

/** Goods with nothing on the shelf yet: that they are low is no news. */
const fresh = (said: Said, at: number): GoodsDoc => ({
  ...said,
  place: placeOf(said.name, true),
  isLow: true,
  falls: 0,
  rev: 1,
  left: 0,
  kept: 0,
  waiting: 0,
  open: {},
  claims: {},
  keeps: {},
  loans: {},
  done: {},
  taken: {},
  people: [],
  owes: false,
  holding: false,
  lent: false,
  base: { before: at, quantity: 0 },
})
