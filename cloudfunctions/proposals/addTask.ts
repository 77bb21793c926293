import { begun } from '@/domain/proposals/record'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { rolesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { passports, personNow } from '../residents/store'
import { refuseBadWords } from '../media/words'
import { beginTask } from './follow'
import { mostTasks, taskShown } from './showMeeting'
import { meetings, taskId, tasks, type TaskDoc } from './store'

/** A decision becomes something that one person does by a day: staff, or a volunteer. */
export const addTask = procedure(contract, 'addTask', {
  load: async ({ centre, input }) => {
    const [meeting, person, known] = await Promise.all([
      meetings.of(centre).get(input.meeting),
      personNow(centre, input.person),
      tasks.of(centre).get(taskId(centre, input.meeting, input.key)),
    ])
    return { meeting: found(meeting), person: found(person), known }
  },
  place: ({ loaded }) => loaded.meeting.path,

  async run({ centre, openid, caller, loaded: { meeting, person, known }, input, at }) {
    if (known) return taskShown(await beginTask(known, at))
    const { key, item: itemId, what, due } = input
    const item = found(meeting.agenda.find(({ id }) => id === itemId))
    if (item.decision === null) return fail('NotDecided')
    if (due < dayOf(at)) return fail('InThePast')
    if ((await tasks.of(centre).count({ meeting: meeting._id })) >= mostTasks)
      return fail('TooManyTasks', { most: mostTasks })
    if (person.facts.volunteer === undefined) {
      const [held] = await passports.of(centre).find({
        where: { 'person.id': person._id },
        limit: 1,
      })
      if (!held || rolesOf(held, at).length === 0) return fail('NoTaskOwner')
    }
    await refuseBadWords(openid, [what])
    const by = caller.person.id
    const task: TaskDoc = {
      ...{ _id: taskId(centre, meeting._id, key), centre, v: 1 },
      ...begun({ key, at, by }, [
        { to: person._id, event: 'taskNews', note: '议事会交给您一件事，请点开看' },
      ]),
      ...{ meeting: meeting._id, meetingTitle: meeting.title, item: itemId, itemTitle: item.title },
      ...{ what, owner: person._id, ownerName: person.facts.name, day: due, state: 'open' },
      ...{ late: false, note: null, noteHeld: false, by, path: meeting.path, at },
    }
    return taskShown(await beginTask(task, at))
  },
})
