import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { Drawing } from '../Drawing'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import { closeToast, currentToast, watchToasts } from './toasts'
import './index.scss'

export { showToast } from './toasts'

/** Where `showToast` appears. `Page` holds it, so that its live region is there before the first words. */
export function Toast() {
  const news = useSyncExternalStore(watchToasts, currentToast)
  return (
    <View className="toast" {...spoken({ role: 'status', live: 'polite' })}>
      {news && (
        <View className="toast__paper">
          <Drawing
            name={news.kind === 'done' ? 'check' : news.kind === 'info' ? 'info' : 'warn'}
            colour="card"
            size="small"
          />
          <View className="toast__words">{news.words}</View>
          <Tap small className="toast__close" label="知道了，关闭提示" onTap={closeToast}>
            <Drawing name="close" colour="card" size="small" />
          </Tap>
        </View>
      )}
    </View>
  )
}
