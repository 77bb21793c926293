const key = 'chj.openid'

/**
 * Who the browser pretends to be. In WeChat the platform says it; here the demo panel, or `?as=` in the address,
 * chooses, and the emulator, which listens on this machine only, believes it.
 */
export const demoOpenid = (): string | null => {
  const asked = new URLSearchParams(window.location.search).get('as')
  if (asked) window.localStorage.setItem(key, asked)
  return window.localStorage.getItem(key)
}

export const becomeDemo = (openid: string): void => {
  window.localStorage.setItem(key, openid)
  const address = new URL(window.location.href)
  address.searchParams.delete('as')
  window.location.replace(address.toString())
  window.location.reload()
}
