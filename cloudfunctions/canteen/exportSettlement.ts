import { canteen } from '@/types/canteen'
import { cloud } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { addressOf } from '../kit/files'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { settlementFiles } from './store'

const daySeconds = 24 * 3600

/**
 * The table is made by a function of its own, because what writes it starts slowly. It is told nothing but where the wish
 * is written down, and answers nothing: a phone that calls it learns nothing.
 */
export const exportSettlement = procedure(canteen, 'exportSettlement', {
  place: wholeCentre,

  async run({ centre, openid, input: { key, month }, at }) {
    const _id = hiddenId(centre, 'x', openid, key)
    const store = settlementFiles.of(centre)
    const removeAt = at + daySeconds * 1000
    await store.insert({ _id, centre, v: 1, month, file: null, removeAt })
    const made = async () => found(await store.get(_id)).file
    let file = await made()
    if (file === null) {
      await cloud.callFunction({ name: 'exports', data: { centre, wish: _id } })
      file = await made()
    }
    return { url: (file && (await addressOf(file, daySeconds))) ?? fail('TryAgain') }
  },
})
