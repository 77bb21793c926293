import cloud from 'wx-server-sdk'

// What the test of two who confirm at once must catch: hours as they are often confirmed. It looks whether the entry
// still waits, adds the minutes, and marks the entry. Between the look and the mark, another does the same.

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

interface Call {
  input: { entry: string }
}

export async function main({ input: { entry } }: Call): Promise<unknown> {
  const database = cloud.database()
  const entries = database.collection('hours_entries')
  const { data } = (await entries.where({ _id: entry }).get()) as unknown as {
    data: { state: string; person: string; minutes: number }[]
  }
  const [known] = data
  if (known?.state !== 'proposed') return { ok: false, error: { code: 'AlreadyDecided' } }
  await database
    .collection('hours_balances')
    .where({ person: known.person })
    .update({ data: { total: database.command.inc(known.minutes) } })
  await entries.where({ _id: entry }).update({ data: { state: 'confirmed' } })
  return { ok: true, value: {} }
}
