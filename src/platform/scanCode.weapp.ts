import Taro from '@tarojs/taro'

/** A mini-program code of ours holds no text: WeChat reads it as the page it opens, its scene in the address. */
const sceneIn = (path: string): string | null => {
  const [, scene] = /[?&]scene=([^&]+)/.exec(path) ?? []
  return scene === undefined ? null : decodeURIComponent(scene)
}

/** Opens the camera; the text of the code it saw, or null when the person went back. */
export const scanCode = (): Promise<string | null> =>
  Taro.scanCode({}).then(
    ({ result, path }) => sceneIn(path || '') ?? result,
    () => null,
  )
