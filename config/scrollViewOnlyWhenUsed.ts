import type { IPluginContext } from '@tarojs/service'

/**
 * Taro writes its scroll-view, 9 KiB of it, into every base.wxml. No screen of ours scrolls inside a box; one that
 * starts to is found by Taro when it reads that screen, and the template is there again.
 */
export default (context: IPluginContext) =>
  context.modifyWebpackChain(
    ({ data }: { data?: { componentConfig?: { includes: Set<string> } } }) => {
      data?.componentConfig?.includes.delete('scroll-view')
    },
  )
