import { isSearching } from '@/domain/errands/errand'
import type { Ranked } from '@/domain/errands/matching'
import { errands as contract, type ErrandCandidate } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { errandsForStaff } from './show'
import { errands, type ErrandDoc } from './store'
import { volunteersFor } from './volunteersFor'

/** As many as anybody calls. */
const most = 30

const candidateOf = (
  { claims, asked, gone }: ErrandDoc,
  { volunteer, skills, distance, busy }: Ranked,
): ErrandCandidate => {
  const answered = (of: Readonly<Record<string, unknown>>) =>
    volunteer.ids.some((id) => of[id] !== undefined)
  return {
    id: volunteer.id,
    name: volunteer.name,
    skills: [...skills],
    distance,
    askedLately: volunteer.askedLately,
    answer: answered(claims)
      ? 'accepted'
      : answered(asked)
        ? 'asked'
        : answered(gone)
          ? 'declined'
          : null,
    busy,
  }
}

/** Who could do it, best first, with why. */
export const candidates = procedure(contract, 'candidates', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),
  place: ({ loaded }) => found(loaded).path,

  async run({ loaded, at }) {
    const errand = found(loaded)
    const ranked = isSearching(errand) ? await volunteersFor(errand, most, at) : []
    return {
      errand: found((await errandsForStaff([errand], at))[0]),
      candidates: ranked.slice(0, most).map((one) => candidateOf(errand, one)),
    }
  },
})
