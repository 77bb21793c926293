import cloud from 'wx-server-sdk'

// What the tests of those who say yes at once must catch: an errand as it is often written. It looks whether there is a
// place, and then takes it. Between the look and the write, another does the same.

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

interface Call {
  input: { errand: string }
}

/** Looks whether anybody is missing, and adds the person. */
const accept = async (errand: string): Promise<boolean> => {
  const { data } = (await cloud
    .database()
    .collection('errands')
    .where({ _id: errand })
    .get()) as unknown as { data: { needed: number; people: string[] }[] }
  const [known] = data
  if (!known || known.people.length >= known.needed) return false
  const { push } = cloud.database().command
  await cloud
    .database()
    .collection('errands')
    .where({ _id: errand })
    .update({ data: { people: push([String(cloud.getWXContext().OPENID)]) } })
  return true
}

export async function main({ input }: Call): Promise<unknown> {
  return (await accept(input.errand))
    ? { ok: true, value: {} }
    : { ok: false, error: { code: 'Taken' } }
}
