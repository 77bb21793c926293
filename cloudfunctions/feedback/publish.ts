import { fieldNaming } from '@/domain/feedback/naming'
import { feedback } from '@/types/feedback'
import { dayMs, dayOf } from '@/types/shared/day'
import { refuseBadWords } from '../activities/badText'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { copyFiles } from '../kit/uploads'
import { namesOf } from '../residents/store'
import { offeredOf, placeNames, tellable } from './onBoard'
import { boardId, caseBoard, cases, type CaseDoc } from './store'

/** Names that must not stand on the board. Of an anonymous reporter none: who tries names is told nothing by it. */
const namesIn = async ({ centre, anonymous, reporter, caller, owner, steps }: CaseDoc) => {
  const staff = [owner, ...steps.map(({ by }) => by)].filter((id) => id !== null)
  const known = await namesOf(centre, [...new Set(staff)])
  const theirs = anonymous ? [] : [reporter?.name, reporter?.byName, caller?.name]
  return [...known.values(), ...theirs.filter((name) => typeof name === 'string')]
}

/** Puts a solved matter on the public board, in words of staff; again, with other words. */
export const publish = procedure(feedback, 'publish', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, openid, caller, loaded, input: { draft }, at }) {
    const one = tellable(loaded, caller)
    const field = fieldNaming(draft, await namesIn(one))
    if (field !== null) return fail('NamesSomebody', { field: `draft.${field}` })
    await refuseBadWords(openid, [draft.title, draft.words])
    const _id = boardId(centre, one._id)
    const [offered, names, known] = await Promise.all([
      offeredOf(one),
      placeNames(one),
      caseBoard.of(centre).get(_id),
    ])
    const fileOf = (id: string | null): string | null =>
      id === null ? null : (offered.find((each) => each.id === id)?.file ?? fail('NotOffered'))
    const wanted = { before: fileOf(draft.before), after: fileOf(draft.after) }
    const copies = await copyFiles(
      _id,
      Object.entries(wanted).flatMap(([name, file]) =>
        file === null ? [] : [{ file, purpose: 'casePhoto' as const, field: `draft.${name}` }],
      ),
    )
    const copyOf = (file: string | null) => (file === null ? null : (copies.get(file) ?? null))
    const ended = one.solvedAt ?? at
    await caseBoard.of(centre).replace({
      ...{ _id, centre, v: 1, case: one._id, path: one.path, ...draft },
      pictures: { before: copyOf(wanted.before), after: copyOf(wanted.after) },
      category: one.flow?.name ?? '',
      placeName: {
        none: '',
        community: names.communityName,
        building: names.buildingName || names.communityName,
      }[draft.place],
      day: dayOf(ended),
      days: Math.max(0, Math.floor((ended - one.at) / dayMs)),
      stars: one.rating?.stars ?? null,
      at: known?.at ?? at,
      shown: true,
    })
    return { id: _id }
  },
})
