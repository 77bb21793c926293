import { WeChatFailure } from './failure'
import { fieldProblem } from './messageFields'
import { requirePage } from './pages'
import type { Shelf, State } from './state'
import type { Input } from './wire'
import { findSuspectWord } from './words'

/** A template the app has chosen: its fields. A message leaves none of them empty. */
export interface Template {
  readonly keys: readonly string[]
}

/** How many messages someone has agreed to; `always` for a long-term template. */
type Consent = { left: number | 'always' }

export interface SubscribeOptions {
  readonly pages?: readonly string[]
}

const states = ['developer', 'trial', 'formal']

/**
 * subscribeMessage.send and the consents it uses up: one consent, one message.
 * Source: WeChat's server API, subscribeMessage.send.
 */
export class SubscribeMessages {
  readonly #options: SubscribeOptions
  readonly #consents: Shelf<Consent>
  readonly #capability: Shelf<boolean>
  readonly #templates: Shelf<Template>

  constructor(state: State, options: SubscribeOptions) {
    this.#options = options
    this.#consents = state.shelf('consents')
    this.#capability = state.shelf('banned')
    this.#templates = state.shelf('templates')
  }

  /** Until one is chosen every id is taken, and only the fields sent are checked. */
  choose(templateId: string, keys: readonly string[]): void {
    this.#templates.put(templateId, { keys })
  }

  /** The user tapped "allow" `times` times, or ticked a long-term template. */
  subscribe(openid: string, templateId: string, times: number | 'always' = 1): void {
    const key = `${openid} ${templateId}`
    const left = this.#consents.get(key)?.left ?? 0
    this.#consents.put(key, {
      left: times === 'always' || left === 'always' ? 'always' : left + times,
    })
  }

  /** The user tapped "reject", or switched the messages off: earlier consents are void. */
  unsubscribe(openid: string, templateId: string): void {
    this.#consents.delete(`${openid} ${templateId}`)
  }

  /** Messages that can still be sent; Infinity for a long-term template. */
  consents(openid: string, templateId: string): number {
    const left = this.#consents.get(`${openid} ${templateId}`)?.left ?? 0
    return left === 'always' ? Infinity : left
  }

  /** WeChat takes the app's right to send messages away (43107), or gives it back. */
  ban(banned: boolean): void {
    if (banned) this.#capability.put('app', true)
    else this.#capability.delete('app')
  }

  send(input: Input): object {
    const { touser, template_id: templateId, page, data, miniprogram_state: state } = input
    if (typeof touser !== 'string' || touser === '')
      throw new WeChatFailure(40003, 'invalid openid')
    if (typeof templateId !== 'string' || templateId === '' || !this.#knows(templateId))
      throw new WeChatFailure(40037, 'invalid template_id')
    if (page !== undefined && page !== '') requirePage(page, this.#options.pages)
    if (state !== undefined && !states.includes(state as string))
      throw new WeChatFailure(47003, 'argument invalid! miniprogram_state invalid')
    this.#checkFields(templateId, data)
    if (this.#capability.get('app'))
      throw new WeChatFailure(43107, 'subscribe message capability is banned')
    this.#useConsent(touser, templateId)
    return {}
  }

  #knows(templateId: string): boolean {
    return this.#templates.values().length === 0 || this.#templates.get(templateId) !== undefined
  }

  #checkFields(templateId: string, data: unknown): void {
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      throw new WeChatFailure(47003, 'argument invalid! data invalid')
    const fields = data as Record<string, { value?: unknown } | undefined>
    const keys = this.#templates.get(templateId)?.keys ?? Object.keys(fields)
    for (const key of keys) {
      const value = fields[key]?.value
      const problem = fieldProblem(key, value)
      if (problem) throw new WeChatFailure(47003, `argument invalid! ${problem}`)
      if (findSuspectWord(String(value))?.suggest === 'risky')
        throw new WeChatFailure(45168, 'the message contains sensitive words')
    }
  }

  #useConsent(openid: string, templateId: string): void {
    const left = this.consents(openid, templateId)
    if (left < 1) throw new WeChatFailure(43101, 'user refuse to accept the msg')
    if (left !== Infinity) this.#consents.put(`${openid} ${templateId}`, { left: left - 1 })
  }
}
