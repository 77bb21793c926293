import { auditState } from '@/domain/centre/audit'
import { maskName } from '@/domain/residents/masking'
import { centre as contract } from '@/types/centre'
import { addDays, instantOf } from '@/types/shared/day'
import { audit } from '../kit/audit'
import { command } from '../kit/cloud'
import { procedure, wholeCentre } from '../kit/procedure'
import { namesOf } from '../residents/store'

/** Who did what to whom in a staff role, newest first. Names are masked: the log shows acts, not people's data. */
export const auditLog = procedure(contract, 'auditLog', {
  place: wholeCentre,

  async run({ centre, input: { on, person, after }, at }) {
    const { documents, next } = await audit.of(centre).page({
      where: {
        ...(person !== undefined && { subject: person }),
        ...(on !== undefined && {
          at: command.gte(instantOf(on)).and(command.lt(instantOf(addDays(on, 1)))),
        }),
      },
      by: ['at', 'desc'],
      after,
    })
    const ids = documents.flatMap(({ actor, subject }) => [actor, ...(subject ? [subject] : [])])
    const names = await namesOf(centre, ids)
    const shown = (id: string) => {
      const name = names.get(id)
      return name === undefined ? '已注销' : maskName(name)
    }
    return {
      items: documents.map((entry) => ({
        id: entry._id,
        actor: shown(entry.actor),
        subject: entry.subject === null ? null : shown(entry.subject),
        about: entry.about ?? null,
        procedure: entry.procedure,
        state: auditState(entry, at),
        code: entry.code,
        at: entry.at,
      })),
      next,
    }
  },
})
