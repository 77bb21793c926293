import { isSearching } from '@/domain/errands/errand'
import type { Ranked } from '@/domain/errands/matching'
import { errands as contract, type ErrandCandidate } from '@/types/errands'
import { found } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { errandsForStaff } from './show'
import { errands, type ErrandDoc } from './store'
import { volunteersFor } from './volunteersFor'

const { roles } = contract.procedures.candidates.may

/** As many as anybody calls. */
const most = 30

const candidateOf = (
  { claims, asked, gone }: ErrandDoc,
  { volunteer, skills, near, busy }: Ranked,
): ErrandCandidate => {
  const answered = (of: Readonly<Record<string, unknown>>) =>
    volunteer.ids.some((id) => of[id] !== undefined)
  return {
    id: volunteer.id,
    name: volunteer.name,
    skills: [...skills],
    near,
    askedLately: volunteer.askedLately,
    answer: answered(claims)
      ? 'accepted'
      : answered(asked)
        ? 'asked'
        : answered(gone)
          ? 'declined'
          : null,
    busy,
    contact: volunteer.contact,
  }
}

/** Who could do it, best first, with why. */
export const candidates = procedure(contract, 'candidates', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),
  place: ({ loaded }) => found(loaded).path,

  async run({ caller, loaded, at }) {
    const errand = found(loaded)
    const own = nodesOf(caller, roles, at)
    const ranked = isSearching(errand) ? await volunteersFor(errand, most, at) : []
    // The program asks anybody; by name staff see their own neighbours and who agreed to be found.
    const named = ranked.filter(
      ({ volunteer: { listed, path } }) => listed || path.some((node) => own.includes(node)),
    )
    return {
      errand: found((await errandsForStaff([errand], at))[0]),
      candidates: named.slice(0, most).map((one) => candidateOf(errand, one)),
    }
  },
})
