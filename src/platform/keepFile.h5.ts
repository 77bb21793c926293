import type {
  forgetFile as forgetInWeChat,
  keepFile as keepInWeChat,
  keptFile as keptInWeChat,
} from './keepFile.weapp'

const files = 'files'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message))
  })

/** The browser's own place for files: what fits into no other storage of it. */
const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  const opening = indexedDB.open('chj.kept', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(files)
  return (await answerOf(opening)).transaction(files, mode).objectStore(files)
}

export const keepFile: typeof keepInWeChat = async (file) => {
  try {
    await answerOf((await store('readwrite')).put(file.content, file.local))
    return { ...file, kept: file.local }
  } catch {
    return null
  }
}

export const keptFile: typeof keptInWeChat = async (kept, name) => {
  try {
    const content = (await answerOf((await store('readonly')).get(kept))) as Blob | undefined
    if (!content) return null
    return { name, size: content.size, local: URL.createObjectURL(content), content }
  } catch {
    return null
  }
}

export const forgetFile: typeof forgetInWeChat = (kept) =>
  void store('readwrite')
    .then((open) => answerOf(open.delete(kept)))
    .catch(() => undefined)
