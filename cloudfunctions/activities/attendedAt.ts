import { attendances, type Attendance } from './store'

/** The database answers 1000 at most; the one more that tells whether a part follows is among them. */
const partSize = 999

const fields = { person: true, session: true, state: true } as const

/** Everybody's attendance at an activity, in parts: one request unless the series is long and large. */
export const attendedAt = async (
  centre: string,
  activity: string,
): Promise<Pick<Attendance, 'person' | 'session' | 'state'>[]> => {
  const found: Pick<Attendance, 'person' | 'session' | 'state'>[] = []
  let after: string | undefined
  do {
    const { documents, next } = await attendances
      .of(centre)
      .page({ where: { activity }, by: ['session', 'asc'], after, limit: partSize, fields })
    found.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return found
}
