import { longestMs, type recordSound as inWeChat } from './recordSound.weapp'

/** What the centre takes and a browser may write. */
const format = 'audio/mp4'

const mayRecord =
  typeof MediaRecorder !== 'undefined' &&
  MediaRecorder.isTypeSupported(format) &&
  'mediaDevices' in navigator

/** Undefined where the browser writes no sound that the centre takes. */
export const recordSound: typeof inWeChat = mayRecord
  ? async (done) => {
      const stream = await navigator.mediaDevices
        .getUserMedia({ audio: true })
        .catch(() => undefined)
      if (!stream) {
        done(null)
        return null
      }
      const recorder = new MediaRecorder(stream, { mimeType: format })
      const parts: Blob[] = []
      let began = 0
      recorder.addEventListener('start', ({ timeStamp }) => (began = timeStamp))
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
      recorder.addEventListener('stop', ({ timeStamp }) => {
        stream.getTracks().forEach((track) => track.stop())
        const content = new Blob(parts, { type: format })
        done({
          file: {
            ...{ name: '录音.m4a', size: content.size, content },
            local: URL.createObjectURL(content),
          },
          seconds: Math.min(60, Math.max(1, Math.round((timeStamp - began) / 1000))),
        })
      })
      recorder.start()
      const stop = () => {
        if (recorder.state === 'recording') recorder.stop()
      }
      setTimeout(stop, longestMs)
      return { stop }
    }
  : undefined
