/** WeChat's codes for "later": system busy, and its limits a minute and a day. */
const busyCodes: readonly unknown[] = [-1, 45009, 45011, 45047]

/** The person has not agreed to a message of this template, or not any more. */
const noConsent = 43101

/** WeChat's own codes begin here; below them are those of the way to it. */
const firstCode = 40000

/**
 * What an error of `subscribeMessage.send` says: that it may be tried again later, that this person or template takes
 * none, or nothing about whether the message went out.
 * Source: WeChat's server API, subscribeMessage.send and its global return codes.
 */
export const answerOf = (errCode: unknown): 'busy' | 'noConsent' | 'refused' | 'unknown' => {
  if (busyCodes.includes(errCode)) return 'busy'
  if (errCode === noConsent) return 'noConsent'
  return typeof errCode === 'number' && errCode >= firstCode ? 'refused' : 'unknown'
}
