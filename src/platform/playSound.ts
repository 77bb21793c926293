import Taro from '@tarojs/taro'

/** Plays a sound from its address; `ended` is called once it is over or was stopped, with false where it could not be played. */
export const playSound = (
  address: string,
  ended: (played: boolean) => void,
): { stop: () => void } => {
  const audio = Taro.createInnerAudioContext()
  let over = false
  const end = (played: boolean) => {
    if (over) return
    over = true
    audio.destroy()
    ended(played)
  }
  audio.onEnded(() => end(true))
  audio.onError(() => end(false))
  audio.src = address
  audio.play()
  return { stop: () => end(true) }
}
