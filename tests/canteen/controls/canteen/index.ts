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
  return { ok: false, error: { code: 'InvalidInput' } }
}
