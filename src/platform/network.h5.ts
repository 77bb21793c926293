/**
 * Calls back with whether there is a network: now, and at every change. Taro's own listens to the kind of connection,
 * which few browsers tell of, and none does when it is cut.
 */
export const onNetwork = (changed: (online: boolean) => void): (() => void) => {
  const listen = () => changed(window.navigator.onLine)
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  listen()
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}
