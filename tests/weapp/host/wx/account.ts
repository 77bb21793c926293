import { asyncApi, type ApiContext, type Apis } from './api'

/** WeChat shows at most this many subscription templates at once. */
const MOST_TEMPLATES = 3

export function accountApis({ answers, record }: ApiContext): Apis {
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
    requestPayment: asyncApi<object>('requestPayment', () => {
      record.calls.push({ api: 'requestPayment', options: {} })
    }),
  }
}
