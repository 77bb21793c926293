import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const watchNetwork = (changed: () => void) => onlineManager.subscribe(changed)

/** Whether there is a network; drawn again when it goes or comes. */
export const useOnline = (): boolean =>
  useSyncExternalStore(watchNetwork, () => onlineManager.isOnline())
