import { comeNote, decideEdit, invitingTo } from '@/domain/proposals/meeting'
import { begun } from '@/domain/proposals/record'
import { proposals as contract, type MeetingDraft } from '@/types/proposals'
import { instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { refuseBadWords } from '../media/words'
import { beginMeeting, changeMeeting } from './follow'
import { meetingForStaff } from './showMeeting'
import { meetingId, meetings, proposals, type MeetingDoc } from './store'

const agendaOf = async (centre: string, { agenda }: MeetingDraft, before: MeetingDoc | null) => {
  const ids = agenda.flatMap((item) => ('proposal' in item ? [item.proposal] : []))
  const all = await proposals.of(centre).find({
    where: { _id: command.in(ids) },
    limit: Math.max(ids.length, 1),
    fields: { title: true, state: true },
  })
  const seen = new Set<string>()
  // What is put there twice is one item.
  const once = agenda.filter(
    (item) => !('proposal' in item) || (!seen.has(item.proposal) && seen.add(item.proposal)),
  )
  return once.map((item, n) => {
    if (!('proposal' in item)) return { id: `item-${n}`, title: item.title, proposal: null }
    const known = all.find(({ _id }) => _id === item.proposal)
    const open = known && ['open', 'owed', 'answered'].includes(known.state)
    const was = before?.agenda.some(({ proposal }) => proposal === item.proposal)
    if (!known || (!open && !was)) return fail('NotOpen')
    return { id: `item-${n}`, title: known.title, proposal: known._id }
  })
}

const timesOf = ({ day, from, until }: MeetingDraft, at: Instant) => {
  const startsAt = instantOf(day, from)
  const endsAt = instantOf(day, until)
  if (endsAt <= startsAt) fail('TimesWrong')
  if (startsAt <= at) fail('InThePast')
  return { startsAt, endsAt }
}

/** Calls a meeting, or changes one that has not been held; everybody it concerns is told. */
export const saveMeeting = procedure(contract, 'saveMeeting', {
  load: async ({ centre, openid, input }) => {
    const id = input.meeting ?? meetingId(centre, openid, input.key)
    const [meeting, node] = await Promise.all([
      meetings.of(centre).get(id),
      nodes.of(centre).get(input.draft.node),
    ])
    if (input.meeting !== undefined) found(meeting)
    return { id, meeting, node: found(node) }
  },
  // Who moves it to another node answers for both.
  place: ({ loaded: { meeting, node } }) =>
    meeting ? node.path.filter((one) => meeting.path.includes(one)) : node.path,

  async run({ centre, openid, caller, loaded: { id, meeting, node }, input, at }) {
    const { key, rev = null, draft } = input
    if (meeting?.keys.includes(key)) return meetingForStaff(await beginMeeting(meeting, at), at)
    const times = timesOf(draft, at)
    const agenda = await agendaOf(centre, draft, meeting)
    const own = draft.agenda.flatMap((item) => ('title' in item ? [item.title] : []))
    await refuseBadWords(openid, [draft.title, draft.placeName, ...own])
    const { title, placeName, seats, invites } = draft
    const plan = { title, placeName, node: node._id, ...times, seats, invites, agenda }
    const more = { path: node.path, nodeName: node.label }
    const by = caller.person.id
    if (meeting) {
      const edit = { key, at, by, rev, plan, more }
      return meetingForStaff(await changeMeeting(meeting, (now) => decideEdit(now, edit), at), at)
    }
    const called: MeetingDoc = {
      ...{ _id: id, centre, v: 1 },
      ...begun({ key, at, by }, [{ to: 'invited', event: 'meetingCalled', note: comeNote }]),
      ...plan,
      ...more,
      agenda: agenda.map((item) => ({ ...item, decision: null })),
      ...{
        left: seats,
        claims: {},
        people: [],
        gone: {},
        minutes: null,
        because: null,
        linking: true,
        reminded: false,
        inviting: invites === 'residents' ? invitingTo(key, comeNote) : null,
      },
      ...{ state: 'called', by, at },
    }
    return meetingForStaff(await beginMeeting(called, at), at)
  },
})
