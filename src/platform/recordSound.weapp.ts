import Taro from '@tarojs/taro'
import type { ChosenFile } from './chooseFile'

/** No more than this is taken at once. */
export const longestMs = 60_000

export interface Recorded {
  file: ChosenFile
  seconds: number
}

export interface Recording {
  /** Ends it; what was said goes to `done`. */
  stop: () => void
}

/**
 * Records what somebody says until it is stopped, a minute at most; `done` gets null where the phone does not record. In
 * WeChat as mp3, which the centre takes.
 */
export const recordSound:
  ((done: (recorded: Recorded | null) => void) => Promise<Recording | null>) | undefined = (
  done,
) => {
  const recorder = Taro.getRecorderManager()
  recorder.onStop(({ tempFilePath, duration, fileSize }) =>
    done({
      file: { name: '录音.mp3', size: fileSize, local: tempFilePath },
      seconds: Math.min(60, Math.max(1, Math.round(duration / 1000))),
    }),
  )
  recorder.onError(() => done(null))
  recorder.start({
    ...{ duration: longestMs, format: 'mp3' },
    ...{ sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 },
  })
  return Promise.resolve({ stop: () => recorder.stop() })
}
