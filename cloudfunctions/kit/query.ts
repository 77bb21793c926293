/** Conditions or changes of a document by dotted field path; values are plain or made by `command`. */
export type Fields = Readonly<Record<string, unknown>>

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

/**
 * Refuses what the SDK would silently drop or turn into something else: undefined, an empty object (both remove the
 * condition, also of an update or a removal), and a key that begins with `$` (goes out as an operator).
 */
export const refuseSurprises = (value: unknown, path: string): void => {
  if (value === undefined) throw new TypeError(`${path} is undefined`)
  if (Array.isArray(value)) value.forEach((item, i) => refuseSurprises(item, `${path}[${i}]`))
  else if (isPlainObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('$'))
        throw new TypeError(`${path} has an operator written by hand: ${key}`)
      refuseSurprises(inner, `${path}.${key}`)
    }
  }
}

/**
 * As `refuseSurprises`, and every condition must say something. A command such as `or` is no list of conditions: spread
 * among others it would lose its meaning.
 */
export const conditions = (where: Fields): Fields => {
  if (!isPlainObject(where)) throw new TypeError('where is a command: give alternatives as a list')
  refuseSurprises(where, 'where')
  for (const [field, value] of Object.entries(where))
    if (isPlainObject(value) && Object.keys(value).length === 0)
      throw new TypeError(`where.${field} is an empty object and would match everything`)
  return where
}
