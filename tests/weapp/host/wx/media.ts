import { asyncApi, Refused, type ApiContext, type Apis } from './api'

export function mediaApis(context: ApiContext): Apis {
  const { answers, record, window } = context
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
    createInnerAudioContext: () => createAudio(context),
  }
}

/** Plays by the browser's own player: what that cannot play is an error here too. */
function createAudio({ record, window }: ApiContext) {
  const player = new window.Audio()
  const hear = (event: string) => (listener: () => void) =>
    player.addEventListener(event, () => listener())
  return {
    get src() {
      return player.src
    },
    set src(address: string) {
      player.src = address
    },
    play() {
      record.calls.push({ api: 'InnerAudioContext.play', options: { src: player.src } })
      // What cannot be played is told by the event.
      player.play().catch(() => undefined)
    },
    stop() {
      player.pause()
      player.currentTime = 0
      player.dispatchEvent(new window.Event('stop'))
    },
    pause: () => player.pause(),
    destroy() {
      player.pause()
      player.removeAttribute('src')
    },
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
}
