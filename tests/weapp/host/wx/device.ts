import { asyncApi, Refused, type ApiContext, type Apis } from './api'

export function deviceApis({ answers, record }: ApiContext): Apis {
  let clipboard = ''
  const recorded = (name: string) =>
    asyncApi<object>(name, (options) => {
      record.calls.push({ api: name, options: plain(options) })
    })
  return {
    makePhoneCall: recorded('makePhoneCall'),
    vibrateShort: recorded('vibrateShort'),
    vibrateLong: recorded('vibrateLong'),
    setKeepScreenOn: recorded('setKeepScreenOn'),
    openLocation: recorded('openLocation'),
    chooseLocation: asyncApi('chooseLocation', () => {
      const place = answers.location
      answers.location = null
      if (place === null) throw new Refused('cancel')
      return place
    }),
    scanCode: asyncApi('scanCode', () => {
      const result = answers.scan
      answers.scan = null
      if (result === null) throw new Refused('cancel')
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '' }
    }),
    setClipboardData: asyncApi<{ data: string }>('setClipboardData', ({ data }) => {
      clipboard = data
    }),
    getClipboardData: asyncApi('getClipboardData', () => ({ data: clipboard })),
  }
}

/** Options without their callbacks, so that a journey can read them from outside the page. */
function plain(options: object): object {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => typeof value !== 'function'),
  )
}
