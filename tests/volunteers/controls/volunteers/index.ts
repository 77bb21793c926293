import cloud from 'wx-server-sdk'

// What the tests of those who tap at once must catch: shifts and hours as they are often written. Each looks whether it
// may, and then writes. Between the look and the write, another does the same.

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

interface Call {
  procedure: keyof typeof procedures
  input: {
    entry: string
    shift: string
    team: string
    person: string
    minutes: number
    points: number
  }
}

type Input = Call['input']

const collection = (name: string) => cloud.database().collection(name)

const first = async <T>(name: string, where: object): Promise<T | undefined> => {
  const { data } = (await collection(name).where(where).get()) as unknown as { data: T[] }
  return data[0]
}

/** Looks whether anybody ended it, and ends it. */
const endOf = async (
  shift: string,
  person: string,
  minutes: number,
  closedByRule: boolean,
): Promise<boolean> => {
  const known = await first<{ out: number | null }>('shifts', { _id: shift })
  if (!known || known.out !== null) return false
  await collection('shifts')
    .where({ _id: shift })
    .update({ data: { out: minutes, closedByRule } })
  await collection('hours_entries').add({ data: { shift, person, minutes, state: 'proposed' } })
  return true
}

const procedures = {
  /** Looks whether the entry still waits, adds the minutes, and marks the entry. */
  async confirmHours({ entry }: Input): Promise<boolean> {
    const known = await first<{ state: string; person: string; minutes: number }>('hours_entries', {
      _id: entry,
    })
    if (known?.state !== 'proposed') return false
    const { inc } = cloud.database().command
    await collection('hours_balances')
      .where({ person: known.person })
      .update({ data: { total: inc(known.minutes) } })
    await collection('hours_entries')
      .where({ _id: entry })
      .update({ data: { state: 'confirmed' } })
    return true
  },

  /** Looks whether anybody is missing, and adds the person. */
  async confirmShift({ shift }: Input): Promise<boolean> {
    const known = await first<{ needed: number; people: string[] }>('shifts', { _id: shift })
    if (!known || known.people.length >= known.needed) return false
    const { push } = cloud.database().command
    await collection('shifts')
      .where({ _id: shift })
      .update({ data: { people: push([String(cloud.getWXContext().OPENID)]) } })
    return true
  },

  /** Looks whether a team has a place left, and adds the person. */
  async joinTeam({ team }: Input): Promise<boolean> {
    const known = await first<{ left: number }>('volunteer_teams', { _id: team })
    if (!known || known.left <= 0) return false
    const { inc, push } = cloud.database().command
    await collection('volunteer_teams')
      .where({ _id: team })
      .update({ data: { left: inc(-1), people: push([String(cloud.getWXContext().OPENID)]) } })
    return true
  },

  /** Looks whether the place is still offered, and puts the one on the shift and the other off it. */
  async takeSwap({ shift, person }: Input): Promise<boolean> {
    const known = await first<{ people: string[]; offers: string[] }>('shifts', { _id: shift })
    if (!known?.offers.includes(person)) return false
    const { push, pull } = cloud.database().command
    await collection('shifts')
      .where({ _id: shift })
      .update({ data: { people: push([String(cloud.getWXContext().OPENID)]) } })
    await collection('shifts')
      .where({ _id: shift })
      .update({ data: { people: pull(person), offers: pull(person) } })
    return true
  },

  /** Looks whether the shift is closed for the person, puts down that they went, and adds their hours. */
  checkOut: ({ shift, person }: Input): Promise<boolean> => endOf(shift, person, 200, false),

  /** Looks whether the person went, ends it by rule, and adds the planned hours. */
  closeShift: ({ shift, person }: Input): Promise<boolean> => endOf(shift, person, 180, true),

  /** Looks whether there are enough points, and takes them. */
  async spend({ person, points }: Input): Promise<boolean> {
    const known = await first<{ points: number }>('hours_balances', { person })
    if (!known || known.points < points) return false
    const { inc } = cloud.database().command
    await collection('hours_balances')
      .where({ person })
      .update({ data: { points: inc(-points) } })
    return true
  },

  /** Looks whether the person has hours of the shift, and adds them. */
  async enterHours({ shift, person, minutes }: Input): Promise<boolean> {
    if (await first('hours_entries', { shift, person })) return false
    await collection('hours_entries').add({ data: { shift, person, minutes, state: 'proposed' } })
    return true
  },
}

export async function main({ procedure, input }: Call): Promise<unknown> {
  return (await procedures[procedure](input))
    ? { ok: true, value: {} }
    : { ok: false, error: { code: 'Refused' } }
}
