import cloud from 'wx-server-sdk'

// What the race tests must catch: a canteen as it is often written. It looks, and then it writes. Between the look and
// the write, others do the same.

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

interface Call {
  procedure: string
  input: { service: string; order: string; portions?: number }
}

const database = cloud.database()
const orders = database.collection('meal_orders')

/** The SDK's typings know no results. */
const read = async <T>(of: { get(): unknown }): Promise<T> => ((await of.get()) as { data: T }).data

const states: Readonly<Record<string, { from: string; to: string; frees: boolean }>> = {
  serve: { from: 'placed', to: 'served', frees: false },
  cancelOrder: { from: 'placed', to: 'cancelled', frees: true },
  paid: { from: 'paying', to: 'placed', frees: false },
  expired: { from: 'paying', to: 'expired', frees: true },
}

export async function main({ procedure, input }: Call): Promise<unknown> {
  const portions = database.collection('portions').doc(input.service)
  if (procedure === 'open') {
    await portions.set({ data: { left: input.portions } })
    return { ok: true }
  }
  if (procedure === 'placeOrder') {
    const { left } = await read<{ left: number }>(portions)
    if (left < 1) return { ok: false, error: { code: 'SoldOut' } }
    await portions.update({ data: { left: left - 1 } })
    await orders.doc(input.order).set({ data: { service: input.service, state: 'placed' } })
    return { ok: true, value: {} }
  }
  if (procedure === 'waits') {
    await orders.doc(input.order).set({ data: { service: input.service, state: 'paying' } })
    return { ok: true }
  }
  const { from, to, frees } = states[procedure]!
  const { state } = await read<{ state: string }>(orders.doc(input.order))
  if (state !== from) return { ok: false, error: { code: 'NotChangeable' } }
  await orders.doc(input.order).update({ data: { state: to } })
  if (frees) {
    const { left } = await read<{ left: number }>(portions)
    await portions.update({ data: { left: left + 1 } })
  }
  return { ok: true, value: {} }
}
