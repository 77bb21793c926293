import { maskName } from '@/domain/residents/masking'
import { feedback } from '@/types/feedback'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { nodes, personsNow } from '../residents/store'

/** A place has few nodes above it. */
const most = 10

/** Who answers for the places of somebody, or stands in for them; each once, under the deepest place. */
export const staffAround = procedure(feedback, 'staffAround', {
  async run({ centre, subject }) {
    const path = await nodes.of(centre).find({
      where: { _id: command.in([...subject.path]) },
      limit: most,
      fields: { name: true, owner: true, deputy: true, path: true },
    })
    const held = path
      .sort((one, other) => other.path.length - one.path.length)
      .flatMap(({ name, owner, deputy }) =>
        [owner, deputy].flatMap((id) => (id === null ? [] : [{ id, of: name }])),
      )
    const people = await personsNow(centre, [...new Set(held.map(({ id }) => id))])
    const shown = new Map<string, { id: string; name: string; of: string }>()
    for (const { id, of } of held) {
      const person = people.get(id)
      if (person && !shown.has(person._id))
        shown.set(person._id, { id: person._id, name: maskName(person.facts.name), of })
    }
    return { people: [...shown.values()] }
  },
})
