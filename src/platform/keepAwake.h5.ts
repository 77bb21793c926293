/**
 * Keeps the screen lit until the returned function is called, in browsers that can; a screen on the wall that cannot is
 * set not to sleep. The browser lets go whenever the tab is hidden, so it is asked again when the tab is seen.
 */
export const keepAwake = (): (() => void) => {
  let held: WakeLockSentinel | undefined
  let over = false
  const hold = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').then(
      (lock) => {
        held = lock
        if (over) void lock.release()
      },
      () => undefined,
    )
  }
  hold()
  document.addEventListener('visibilitychange', hold)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', hold)
    void held?.release()
  }
}
