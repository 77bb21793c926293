import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { showDemoPanel } from './demo/panel'
import { persistOptions, queryClient } from './queries/client'
import { sendKeptScans } from './queries/scans'
import './app.scss'

/**
 * Submits that waited for the network when the phone was switched off are sent now, and what was kept is read anew: it
 * is shown meanwhile, but the program was just opened to see how things stand.
 */
const goOn = () =>
  void queryClient.resumePausedMutations().then(() => queryClient.invalidateQueries())

export default function App({ children }: PropsWithChildren) {
  useLaunch(showDemoPanel)
  useLaunch(sendKeptScans)
  return (
    <PersistQueryClientProvider
      client={queryClient}
      persistOptions={persistOptions}
      onSuccess={goOn}
    >
      {children}
    </PersistQueryClientProvider>
  )
}
