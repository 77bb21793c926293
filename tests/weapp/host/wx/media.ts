import { asyncApi, Refused, type ApiContext, type Apis } from './api'

export function mediaApis({ answers, record, window }: ApiContext): Apis {
  const chosen = async (count: number) => {
    if (answers.pictures.length === 0) throw new Refused('cancel')
    return Promise.all(
      answers.pictures.slice(0, count).map(async (address) => {
        const blob = await (await window.fetch(address)).blob()
        return { tempFilePath: URL.createObjectURL(blob), size: blob.size, fileType: 'image' }
      }),
    )
  }
  return {
    chooseMedia: asyncApi<{ count?: number }>('chooseMedia', async ({ count = 9 }) => ({
      type: 'image',
      tempFiles: await chosen(count),
    })),
    chooseMessageFile: asyncApi<{ count?: number }>(
      'chooseMessageFile',
      async ({ count = 100 }) => {
        if (answers.papers.length === 0) throw new Refused('cancel')
        return {
          tempFiles: await Promise.all(
            answers.papers.slice(0, count).map(async ({ name, address }) => {
              const blob = await (await window.fetch(address)).blob()
              return {
                name,
                path: URL.createObjectURL(blob),
                size: blob.size,
                type: 'file',
                time: 0,
              }
            }),
          ),
        }
      },
    ),
    openDocument: asyncApi<{ filePath: string }>('openDocument', ({ filePath }) => {
      record.calls.push({ api: 'openDocument', options: { filePath } })
    }),
    compressImage: asyncApi<{ src: string }>('compressImage', ({ src }) => ({ tempFilePath: src })),
    previewImage: asyncApi<{ urls: string[] }>('previewImage', ({ urls }) => {
      record.calls.push({ api: 'previewImage', options: { urls: [...urls] } })
    }),
    saveImageToPhotosAlbum: asyncApi<{ filePath: string }>(
      'saveImageToPhotosAlbum',
      ({ filePath }) => {
        record.calls.push({ api: 'saveImageToPhotosAlbum', options: { filePath } })
      },
    ),
    createInnerAudioContext: () => createAudio(record),
  }
}

/** Plays nothing, says it did, and ends at once. */
function createAudio(record: ApiContext['record']) {
  const listeners: Record<string, (() => void)[]> = {}
  const tell = (event: string) => listeners[event]?.forEach((listener) => listener())
  const hear = (event: string) => (listener: () => void) =>
    void (listeners[event] ??= []).push(listener)
  const audio = {
    src: '',
    play() {
      record.calls.push({ api: 'InnerAudioContext.play', options: { src: audio.src } })
      tell('play')
      setTimeout(() => tell('ended'), 0)
    },
    stop: () => tell('stop'),
    pause: () => tell('pause'),
    destroy: () => undefined,
    onPlay: hear('play'),
    onEnded: hear('ended'),
    onStop: hear('stop'),
    onPause: hear('pause'),
    onError: hear('error'),
    offPlay: () => undefined,
    offEnded: () => undefined,
    offStop: () => undefined,
    offPause: () => undefined,
    offError: () => undefined,
  }
  return audio
}
