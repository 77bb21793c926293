import { fieldNaming } from '@/domain/feedback/naming'
import { withKey } from '@/domain/shared/step'
import { feedback } from '@/types/feedback'
import { dayMs, dayOf } from '@/types/shared/day'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { removeFiles } from '../kit/files'
import { procedure } from '../kit/procedure'
import { copyFiles } from '../kit/uploads'
import { namesOf } from '../residents/store'
import { keepOffBoard, picturesOf } from './offBoard'
import { offeredOf, placeNames, tellable } from './onBoard'
import { boardId, caseBoard, cases, ratingOf, type CaseDoc } from './store'

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

  async run({ centre, openid, caller, loaded, input: { key, draft }, at }) {
    const one = tellable(loaded, caller)
    const field = fieldNaming(draft, await namesIn(one))
    if (field !== null) return fail('NamesSomebody', { field: `draft.${field}` })
    await refuseBadWords(openid, [draft.title, draft.words])
    const _id = boardId(centre, one._id)
    const board = caseBoard.of(centre)
    if ((await board.get(_id, { keys: true }))?.keys.includes(key)) return { id: _id }
    const [offered, names] = await Promise.all([offeredOf(one), placeNames(one)])
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
    const entry = {
      ...draft,
      path: one.path,
      category: one.flow?.name ?? '',
      placeName: {
        none: '',
        community: names.communityName,
        building: names.buildingName || names.communityName,
      }[draft.place],
      day: dayOf(ended),
      days: Math.max(0, Math.floor((ended - one.at) / dayMs)),
      stars: ratingOf(one)?.stars ?? null,
      shown: true,
    }
    const pictures = { before: copyOf(wanted.before), after: copyOf(wanted.after) }
    await decide(async () => {
      const known = await board.get(_id)
      if (known?.keys.includes(key)) return undefined
      const written = known
        ? await board.change(
            _id,
            {
              ...entry,
              pictures: command.set(pictures),
              keys: withKey(known.keys, key),
              rev: command.inc(1),
            },
            { rev: known.rev },
          )
        : await board.insert({
            ...{ _id, centre, v: 1, case: one._id, ...entry, pictures, at },
            ...{ keys: [key], rev: 0 },
          })
      if (!written) return again
      const stay = Object.values(pictures)
      await removeFiles(known ? picturesOf(known).filter((file) => !stay.includes(file)) : [])
      return undefined
    })
    // It may have been reopened or sealed in this very moment.
    await keepOffBoard(found(await cases.of(centre).get(one._id)))
    return { id: _id }
  },
})
