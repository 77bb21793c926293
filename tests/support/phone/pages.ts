import type { Phone } from './phone'

/** A page of a package by its address. */
export const at = (page: string, params: Record<string, string> = {}): string =>
  `/packages/${page}/index?${new URLSearchParams(params).toString()}`

/** The app opened anew and signed in, then on by taps: a person knows no addresses, and finds only what leads there. */
export const walks = async (phone: Phone, name: string, ...taps: string[]): Promise<void> => {
  await phone.open()
  await phone.expectText(name)
  for (const one of taps) await phone.tap(one)
}

/** Writes a day such as 2026-12-05 into its three fields. */
export const fillDay = async (phone: Phone, label: string, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)))
  await phone.fill(`${label}，年`, year)
  await phone.fill(`${label}，月`, month)
  await phone.fill(`${label}，日`, date)
}
