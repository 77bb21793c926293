import { volunteers } from '@/types/volunteers'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { knownAs } from '../kit/subject'
import { isOn } from './join'
import { posts, wholeShift } from './store'

/** Kept with the post, so that who comes next finds it whoever they are; what was written of a later shift stays. */
export const writeHandOver = procedure(volunteers, 'writeHandOver', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, openid, subject, loaded, input: { key, words }, at }) {
    const shift = found(loaded)
    if (!isOn(subject, shift) || shift.state === 'calledOff') return fail('NotOnShift')
    const { post, startsAt } = shift
    if (post === null) return fail('NoPost')
    if (at < startsAt) return fail('NotBegun')
    await refuseBadWords(openid, [words])
    const person = knownAs(subject, shift).id
    await decide(async () => {
      const { rev, handOver } = found(await posts.of(centre).get(post))
      if (handOver && (handOver.key === key || handOver.startsAt > startsAt)) return
      const written = { person, shift: shift._id, startsAt, words, key }
      const guard = { rev, 'handOver.key': handOver ? handOver.key : command.exists(false) }
      const change = { handOver: command.set(written) }
      return (await posts.of(centre).change(post, change, guard)) ? undefined : again
    })
    return {}
  },
})
