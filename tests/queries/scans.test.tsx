import Taro from '@tarojs/taro'
import { waitFor } from '@testing-library/react/pure'
import { CallError } from '@/src/api/call'
import { sendKeptScans } from '@/src/queries/scans'

const mockSent: string[] = []

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    ...jest.requireActual<{ default: object }>('@/tests/support/taro/taro').default,
    onAppShow: () => undefined,
  },
}))
jest.mock('@/src/queries/client', () => ({
  retryDelay: () => 0,
  queryClient: { invalidateQueries: () => Promise.resolve() },
}))
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'surveys', procedure: string) => {
      mockSent.push(`${module}.${procedure}`)
      return procedure === 'visit'
        ? Promise.reject(new actual.CallError(module, 'Internal'))
        : Promise.resolve({})
    },
  }
})

const kept = (procedure: string, nonce: string) => ({
  ...{ procedure, centre: 'dl' },
  input: { key: nonce, nonce, scannedAt: 1 },
})

test('a scan the server has a fault with stays on the phone, and holds up no other', async () => {
  jest.useFakeTimers()
  const bad = kept('surveyVisit', 'first')
  Taro.setStorageSync('chj.scans', [bad, kept('serve', 'second'), kept('checkIn', 'third')])
  sendKeptScans()
  await waitFor(() => expect(Taro.getStorageSync('chj.scans')).toEqual([bad]))
  expect(mockSent).toEqual(['surveys.visit', 'canteen.serve', 'activities.checkIn'])
  // It is tried again later.
  jest.advanceTimersByTime(15_000)
  await waitFor(() => expect(mockSent).toHaveLength(4))
  jest.useRealTimers()
})
