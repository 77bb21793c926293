import type { Envelope } from '@/types/shared/envelope'
import { startCloud } from '../support/cloud'
import { saturday } from '../support/people'

/** How many confirm one entry at the same time. */
const atOnce = 8

test('the same confirmations on a look and an addition count hours more than once', async () => {
  const cloud = await startCloud({ functions: 'volunteerControls', now: saturday })
  try {
    await cloud.admin
      .collection('hours_balances')
      .add([{ _id: 'dl_vb', person: 'dl_pchen', total: 0 }])
    // Calls that come in step may take turns by luck, so there is more than one entry.
    let counted = 0
    const entries = 12
    for (let n = 0; n < entries; n++) {
      const entry = `dl_ve${n}`
      await cloud.admin
        .collection('hours_entries')
        .add([{ _id: entry, person: 'dl_pchen', minutes: 60, state: 'proposed' }])
      const answers = await Promise.all(
        Array.from({ length: atOnce }, () =>
          cloud.call<Envelope>('o-staff', 'volunteers', { input: { entry } }),
        ),
      )
      counted += answers.filter(({ ok }) => ok).length
    }
    const { data } = (await cloud.admin.collection('hours_balances').get()) as {
      data: { total: number }[]
    }
    expect(counted).toBeGreaterThan(entries)
    expect(data[0]!.total).toBeGreaterThan(entries * 60)
  } finally {
    await cloud.stop()
  }
})
