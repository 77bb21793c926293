import { asyncApi, Refused, type ApiContext, type Apis } from './api'

const PREFIX = 'wx:'
/** KB, as WeChat allows: one key 1 MB, all 10 MB. */
const LARGEST_VALUE = 1024
const LIMIT = 10240

/** Kept in the host page's own storage, so that a phone still has it after the mini-program is opened again. */
export function storageApis({ window }: ApiContext): Apis {
  const { localStorage } = window

  const set = (key: string, value: unknown) => {
    const text = JSON.stringify(value) ?? '""'
    if (text.length > LARGEST_VALUE * 1024) throw new Refused('entry size limit reached')
    localStorage.setItem(PREFIX + key, text)
  }
  const has = (key: string) => localStorage.getItem(PREFIX + key) !== null
  const get = (key: string): unknown => {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? '' : (JSON.parse(text) as unknown)
  }
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
  const remove = (key: string) => localStorage.removeItem(PREFIX + key)
  const clear = () => keys().forEach(remove)
  const info = () => ({
    keys: keys(),
    limitSize: LIMIT,
    currentSize: Math.ceil(
      keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0) /
        1024,
    ),
  })

  return {
    setStorageSync: set,
    getStorageSync: get,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    setStorage: asyncApi<{ key: string; data: unknown }>('setStorage', ({ key, data }) =>
      set(key, data),
    ),
    getStorage: asyncApi<{ key: string }>('getStorage', ({ key }) => {
      if (!has(key)) throw new Refused('data not found')
      return { data: get(key) }
    }),
    removeStorage: asyncApi<{ key: string }>('removeStorage', ({ key }) => remove(key)),
    clearStorage: asyncApi('clearStorage', clear),
    getStorageInfo: asyncApi('getStorageInfo', info),
  }
}
