import { createSyncStoragePersister } from '@tanstack/query-sync-storage-persister'
import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import type { PersistQueryClientOptions } from '@tanstack/react-query-persist-client'
import Taro from '@tarojs/taro'
import { call, CallError, type Contracts } from '@/src/api/call'
import { onNetwork } from '@/src/platform/network'
import { contractVersion } from '@/types/shared/envelope'

const day = 24 * 60 * 60 * 1000

onlineManager.setEventListener((setOnline) => onNetwork(setOnline))
focusManager.setEventListener((setFocused) => {
  const shown = () => setFocused(true)
  const hidden = () => setFocused(false)
  Taro.onAppShow(shown)
  Taro.onAppHide(hidden)
  return () => {
    Taro.offAppShow(shown)
    Taro.offAppHide(hidden)
  }
})

/** Half a second, then twice that, each with chance in it: 400 phones that were told to wait do not come back at once. */
export const retryDelay = (attempt: number): number =>
  Math.min(8000, 500 * 2 ** attempt) * (0.5 + Math.random())

/** What is read is kept for a week and shown with its time when the network is away. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 7 * day,
      retry: (failures, error) => error instanceof CallError && error.passing && failures < 3,
      retryDelay,
    },
    mutations: {
      // The same input, and so the same key, goes out again: whatever arrived first counts once.
      retry: (failures, error) => error instanceof CallError && error.passing && failures < 5,
      retryDelay,
      gcTime: 7 * day,
    },
  },
})

/** A change on its way: all that is needed to send it again after the phone was switched off. */
export interface Submit {
  module: keyof Contracts
  procedure: string
  centre: string | null
  input: Readonly<Record<string, unknown>>
}

export const submitKey = ['submit'] as const

queryClient.setMutationDefaults(submitKey, {
  mutationFn: ({ module, procedure, centre, input }: Submit) =>
    call(module, procedure as never, input as never, centre),
})

/** Kept in the phone's storage; thrown away when the contract changes. Waiting submits are kept with it. */
export const persistOptions: Omit<PersistQueryClientOptions, 'queryClient'> = {
  persister: createSyncStoragePersister({
    key: 'chj.cache',
    throttleTime: 500,
    storage: {
      getItem: (key) => (Taro.getStorageSync(key) as string) || null,
      setItem: (key, value) => Taro.setStorageSync(key, value),
      removeItem: (key) => Taro.removeStorageSync(key),
    },
  }),
  maxAge: 7 * day,
  buster: String(contractVersion),
  // Also what could not be read anew just now: that is when it is needed.
  dehydrateOptions: { shouldDehydrateQuery: ({ state }) => state.data !== undefined },
}
