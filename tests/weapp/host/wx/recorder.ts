import type { ApiContext, Apis } from './api'

interface Recorded {
  tempFilePath: string
  duration: number
  fileSize: number
}

interface Listeners {
  start: () => void
  stop: (recorded: Recorded) => void
  error: (error: { errMsg: string }) => void
}

interface Options {
  duration?: number
  format?: string
  sampleRate?: number
  numberOfChannels?: number
  encodeBitRate?: number
}

/** The one way in which this host records: what a frame's four first bytes say. */
const known = { format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 }

/** A frame of MPEG-2 layer III in that way; nothing but zeros behind its head is silence. */
const frameMs = 36
const frame = new Uint8Array(216)
frame.set([0xff, 0xf3, 0x68, 0xc0])

/** WeChat records ten minutes at most. */
const longestMs = 600_000

/**
 * wx.getRecorderManager: one recorder for the whole program, which hears one listener of a kind, the last. What comes of it
 * is a sound file as long as the recording was, of silence.
 */
export function recorderApis({ window }: ApiContext): Apis {
  const listeners: Partial<Listeners> = {}
  let began: number | undefined
  let ending: ReturnType<typeof setTimeout> | undefined

  const fail = (words: string) =>
    setTimeout(() => listeners.error?.({ errMsg: `operateRecorder:fail ${words}` }))

  function end(): void {
    if (began === undefined) return
    clearTimeout(ending)
    const duration = window.performance.now() - began
    began = undefined
    const frames = Array<BlobPart>(Math.ceil(duration / frameMs)).fill(frame)
    const file = new Blob(frames, { type: 'audio/mpeg' })
    setTimeout(() =>
      listeners.stop?.({
        tempFilePath: URL.createObjectURL(file),
        duration,
        fileSize: file.size,
      }),
    )
  }

  const recorder = {
    start({ duration = 60_000, ...way }: Options = {}) {
      if (began !== undefined) return fail("audio is recording, don't start record again")
      if (Object.entries(known).some(([fact, value]) => way[fact as keyof typeof way] !== value))
        return fail('this host records 16 kHz, mono, 48 kbit/s, as mp3 only')
      began = window.performance.now()
      ending = setTimeout(end, Math.min(duration, longestMs))
      setTimeout(() => listeners.start?.())
    },
    stop: end,
    onStart: (listener: Listeners['start']) => void (listeners.start = listener),
    onStop: (listener: Listeners['stop']) => void (listeners.stop = listener),
    onError: (listener: Listeners['error']) => void (listeners.error = listener),
  }
  return { getRecorderManager: () => recorder }
}
