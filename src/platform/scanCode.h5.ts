/** A browser on a desk has no camera to rely on: the text of the code is typed or pasted; null when nothing was. */
export const scanCode = (): Promise<string | null> =>
  Promise.resolve(window.prompt('请粘贴码里的内容（浏览器演示，微信里会打开相机）') || null)
