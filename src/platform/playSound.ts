import Taro from '@tarojs/taro'

/** Plays a sound from its address; `ended` is called once it is over, was stopped, or could not be played. */
export const playSound = (address: string, ended: () => void): { stop: () => void } => {
  const audio = Taro.createInnerAudioContext()
  let over = false
  const end = () => {
    if (over) return
    over = true
    audio.destroy()
    ended()
  }
  audio.onEnded(end)
  audio.onError(end)
  audio.src = address
  audio.play()
  return { stop: end }
}
