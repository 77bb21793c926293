/**
 * What a QR code of ours says. Rotating and personal codes are ordinary links under one registered prefix, which
 * WeChat opens in the mini-program as `q`; printed mini-program codes carry the short form as `scene` (≤ 32 characters).
 * Neither holds personal data: ids and cards are opaque.
 */
export const linkPrefix = 'https://changhuijia.example.cn/q/'

/** Pages a code at a place leads to: the square, the canteen's door, where volunteers meet, the shop's counter, a stairwell. */
export const services = ['haircuts', 'canteen', 'shifts', 'shop', 'feedback'] as const
export type Service = (typeof services)[number]

export type Target =
  /** An activity, from a poster. */
  | { to: 'activity'; activity: string }
  /** The rotating code of a venue screen. */
  | { to: 'checkIn'; code: string }
  /** The rotating code of a shift. */
  | { to: 'shiftCheckIn'; code: string }
  /** The rotating code of a meeting. */
  | { to: 'meetingCheckIn'; code: string }
  /** Somebody's member card: for staff to scan, or for a relative who asks to act. */
  | { to: 'card'; card: string }
  /** A page of the program by its short name, such as a code on a door. */
  | { to: 'centre'; centre: string }
  /** A service, from the code that hangs where it takes place. */
  | { to: 'service'; centre: string; service: Service }
  /** An order of a meal: staff serve it, its people see it. */
  | { to: 'order'; order: string }
  /** The code of a certificate of hours, from paper: whoever holds it sees whether it is true. */
  | { to: 'certificate'; centre: string; code: string }

const letters = {
  a: 'activity',
  c: 'checkIn',
  v: 'shiftCheckIn',
  g: 'meetingCheckIn',
  m: 'card',
  h: 'centre',
  s: 'service',
  o: 'order',
  z: 'certificate',
} as const

/**
 * `a.<activity>`, `c.<code>`, `v.<code>`, `g.<code>`, `m.<card>`, `h.<centre>`, `s.<centre>_<service>`, `o.<order>`, `z.<centre>_<code>`: the
 * scene of a mini-program code, or the end of a link.
 */
export const scene = (target: Target): string => {
  switch (target.to) {
    case 'activity':
      return `a.${target.activity}`
    case 'checkIn':
      return `c.${target.code}`
    case 'shiftCheckIn':
      return `v.${target.code}`
    case 'meetingCheckIn':
      return `g.${target.code}`
    case 'card':
      return `m.${target.card}`
    case 'centre':
      return `h.${target.centre}`
    case 'service':
      return `s.${target.centre}_${target.service}`
    case 'order':
      return `o.${target.order}`
    case 'certificate':
      return `z.${target.centre}_${target.code}`
    default:
      return target satisfies never
  }
}

export const link = (target: Target): string => linkPrefix + scene(target)

/** The centre a target belongs to: every id begins with it. */
export const centreOf = (target: Target): string => {
  switch (target.to) {
    case 'activity':
      return target.activity.split('_')[0] ?? ''
    case 'checkIn':
    case 'shiftCheckIn':
    case 'meetingCheckIn':
      return target.code.split('_')[0] ?? ''
    case 'card':
      return target.card.split('_')[0] ?? ''
    case 'centre':
    case 'service':
    case 'certificate':
      return target.centre
    case 'order':
      return target.order.split('_')[0] ?? ''
    default:
      return target satisfies never
  }
}

/** Reads a scene, a link of ours, or the text a scanner saw; null when it is not ours. */
export const targetOf = (scanned: string): Target | null => {
  let text = scanned.trim()
  if (text.startsWith('http')) {
    if (!text.startsWith(linkPrefix)) return null
    text = text.slice(linkPrefix.length)
  }
  const match = /^([acvgmhsoz])\.([A-Za-z0-9._-]+)$/.exec(text)
  if (!match) return null
  const kind = letters[match[1] as keyof typeof letters]
  const value = match[2] ?? ''
  switch (kind) {
    case 'activity':
      return { to: kind, activity: value }
    case 'checkIn':
    case 'shiftCheckIn':
    case 'meetingCheckIn':
      return { to: kind, code: value }
    case 'card':
      return { to: kind, card: value }
    case 'centre':
      return { to: kind, centre: value }
    case 'service': {
      const [centre = '', name] = value.split('_')
      const service = services.find((one) => one === name)
      return service ? { to: kind, centre, service } : null
    }
    case 'order':
      return { to: kind, order: value }
    case 'certificate': {
      const [centre = '', code = ''] = value.split('_')
      return { to: kind, centre, code }
    }
    default:
      return kind satisfies never
  }
}
