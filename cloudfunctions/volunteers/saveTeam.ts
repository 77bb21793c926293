import { withKey } from '@/domain/shared/step'
import { decideEdit } from '@/domain/volunteers/teams'
import { isMinor } from '@/domain/volunteers/registration'
import { dayOf } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { centreNode, procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { nodes, personNow } from '../residents/store'
import { teamsShown } from './showTeams'
import { teams, type TeamDoc } from './store'

export const saveTeam = procedure(volunteers, 'saveTeam', {
  load: async ({ centre, input: { team, draft } }) => {
    const [known, node, leader] = await Promise.all([
      team === undefined ? null : teams.of(centre).get(team).then(found),
      team === undefined
        ? nodes
            .of(centre)
            .get(draft.node ?? centreNode(centre), { path: true })
            .then(found)
        : null,
      draft.leader === null ? null : personNow(centre, draft.leader),
    ])
    return { known, leader: leader?.facts, path: known?.path ?? node?.path ?? [] }
  },
  place: ({ loaded }) => loaded.path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { key, draft, rev } = input
    const { known, path } = loaded
    const { name, about, most, open, leader } = draft
    const edit = { name, about, most, open, leader }
    const store = teams.of(centre)
    const id = known?._id ?? hiddenId(centre, 'vt', openid, key)
    const { birthDate = null, volunteer } = loaded.leader ?? {}
    const minor = isMinor(birthDate, volunteer !== undefined, dayOf(at))
    if (known)
      await decide(async (round) => {
        const team: TeamDoc = round === 0 ? known : found(await store.get(id))
        if (team.edits.includes(key)) return
        if (rev !== undefined && rev !== team.rev) return fail('ChangedMeanwhile')
        const decision = decideEdit(team, edit, minor, withKey(team.edits, key))
        if (decision.outcome === 'refused')
          return fail(decision.refusal.code, decision.refusal.data)
        return (await take(store, id, decision.step)) ? undefined : again
      })
    else {
      // Nobody is in a team before it is there.
      if (leader !== null) return fail('NotInTeam')
      await store.insert({
        _id: id,
        centre,
        v: 1,
        ...{ ...edit, path, edits: [key] },
        rev: 0,
        left: most,
        claims: {},
        gone: {},
        people: [],
      })
    }
    const saved = found(await store.get(id))
    return found((await teamsShown([saved], caller, idsOf(caller.person), at))[0])
  },
})
