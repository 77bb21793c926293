import { canteen } from '@/types/canteen'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { licencePhotos, ownPicture } from './files'
import { addToTariff } from './tariff'

/** Who runs the canteen from now on; who ran it before stays on record. */
export const saveOperator = procedure(canteen, 'saveOperator', {
  place: wholeCentre,

  async run({ centre, openid, caller, input: { key, operator }, at }) {
    const licencePhoto = await ownPicture(
      { centre, caller, at },
      hiddenId(centre, 'l', openid, key),
      { file: operator.licencePhoto, purpose: 'licencePhoto', field: 'licencePhoto' },
      await licencePhotos(centre),
    )
    await addToTariff(centre, 'operators', {
      ...operator,
      licencePhoto,
      key,
      enteredAt: at,
      enteredBy: caller.person.name,
    })
    return {}
  },
})
