import type { Speech } from './speech.h5'

/**
 * WeChat gives a mini-program no voice of its own: text to speech needs a plugin that each account has to apply
 * for. Without it there is nothing to offer, and `Speak` shows nothing; the phone's own screen reader still reads.
 */
export const speech: Speech | undefined = undefined
