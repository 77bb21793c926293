import { dehydrate, QueryClient } from '@tanstack/react-query'
import { persistOptions } from '@/src/queries/client'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    ...jest.requireActual<{ default: object }>('@/tests/support/taro/taro').default,
    ...{ onAppShow: () => undefined, onAppHide: () => undefined },
  },
}))
jest.mock('@/src/platform/network', () => ({ onNetwork: () => () => undefined }))

test('what was read stays on the phone, also when it could not be read anew before it was closed', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const queryKey = ['surveys', 'doorList']
  await client.fetchQuery({ queryKey, queryFn: () => Promise.resolve('一户一户的名单') })
  await client
    .fetchQuery({ queryKey, queryFn: () => Promise.reject(new Error()) })
    .catch(() => null)
  expect(client.getQueryState(queryKey)?.status).toBe('error')
  const { queries } = dehydrate(client, persistOptions.dehydrateOptions)
  expect(queries.map(({ state }) => state.data)).toEqual(['一户一户的名单'])
})
