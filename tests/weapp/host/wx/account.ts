import { asyncApi, Refused, type ApiContext, type Apis } from './api'

/** WeChat shows at most this many subscription templates at once. */
const MOST_TEMPLATES = 3

/** What WeChat does for the person's account; a payment is made in the emulated cloud behind this host's own address. */
export function accountApis({ window, answers, record, openid }: ApiContext): Apis {
  return {
    login: asyncApi('login', () => ({ code: 'code-of-the-host' })),
    checkSession: asyncApi('checkSession', () => undefined),
    getSetting: asyncApi('getSetting', () => ({ authSetting: {} })),
    authorize: asyncApi('authorize', () => undefined),
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => undefined),
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '《用户隐私保护指引》',
    })),
    requestSubscribeMessage: asyncApi<{ tmplIds: string[] }>(
      'requestSubscribeMessage',
      ({ tmplIds }) => {
        if (tmplIds.length > MOST_TEMPLATES) throw new Error('TmplIds length exceed limit')
        record.calls.push({ api: 'requestSubscribeMessage', options: { tmplIds: [...tmplIds] } })
        return Object.fromEntries(tmplIds.map((id) => [id, answers.subscribe]))
      },
    ),
    requestPayment: asyncApi<{ package: string }>('requestPayment', async (options) => {
      record.calls.push({ api: 'requestPayment', options: { package: options.package } })
      if (!answers.pays) throw new Refused('cancel')
      const paid = await window.fetch('/emulator/payments', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reference: options.package, openid }),
      })
      if (!paid.ok) throw new Refused(await paid.text())
    }),
  }
}
