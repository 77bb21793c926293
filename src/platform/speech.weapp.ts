import Taro from '@tarojs/taro'
import type { Speech } from './speech.h5'

/** 微信同声传译, WeChat's own plugin: text to an address of sound that plays for a few hours. */
interface Plugin {
  textToSpeech: (options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (reply: { filename: string }) => void
    fail: () => void
  }) => void
}

/** WeChat gives it to every module; it throws for a plugin that the package does not declare. */
declare const requirePlugin: (name: string) => Plugin

/** The plugin takes 1,000 bytes at once; a Chinese character has three. */
const mostCharacters = 300

/** In pieces that end with a sentence where one is short enough. */
export const piecesOf = (words: string): string[] => {
  const pieces: string[] = []
  for (const sentence of words.match(/[^。！？；\n]+[。！？；\n]*/g) ?? [])
    for (let start = 0; start < sentence.length; start += mostCharacters) {
      const part = sentence.slice(start, start + mostCharacters)
      const last = pieces[pieces.length - 1]
      if (last !== undefined && last.length + part.length <= mostCharacters)
        pieces[pieces.length - 1] = last + part
      else pieces.push(part)
    }
  return pieces
}

const speechOf = ({ textToSpeech }: Plugin): Speech => {
  let audio: Taro.InnerAudioContext | undefined
  let end: (() => void) | undefined
  const silence = () => {
    const ended = end
    end = undefined
    audio?.destroy()
    audio = undefined
    ended?.()
  }
  return {
    silence,
    read(words, ended) {
      silence()
      end = ended
      const next = ([piece, ...rest]: string[]) => {
        if (piece === undefined) return silence()
        textToSpeech({
          lang: 'zh_CN',
          tts: true,
          content: piece,
          success({ filename }) {
            // Silenced, or reading something else, while the plugin was thinking.
            if (end !== ended) return
            audio?.destroy()
            audio = Taro.createInnerAudioContext()
            audio.onEnded(() => next(rest))
            audio.onError(silence)
            audio.src = filename
            audio.play()
          },
          fail: () => {
            if (end === ended) silence()
          },
        })
      }
      next(piecesOf(words))
    },
  }
}

/**
 * WeChat gives a mini-program no voice of its own. Where the package declares the plugin (`CHJ_SPEECH_PLUGIN`, see
 * README.zh-CN) it reads; elsewhere `Speak` shows nothing, and the phone's own screen reader still reads.
 */
export const speech: Speech | undefined = (() => {
  try {
    return speechOf(requirePlugin('WechatSI'))
  } catch {
    return undefined
  }
})()
