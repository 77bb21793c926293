import { asyncApi, type ApiContext, type Apis } from './api'

interface Place {
  url: string
}

export function navigationApis({ stack, window }: ApiContext): Apis {
  return {
    navigateTo: asyncApi<Place>('navigateTo', ({ url }) =>
      stack.navigateTo(absolute(url, stack.top().path)),
    ),
    redirectTo: asyncApi<Place>('redirectTo', ({ url }) =>
      stack.redirectTo(absolute(url, stack.top().path)),
    ),
    reLaunch: asyncApi<Place>('reLaunch', ({ url }) =>
      stack.reLaunch(absolute(url, stack.top().path)),
    ),
    switchTab: asyncApi<Place>('switchTab', ({ url }) =>
      stack.switchTab(absolute(url, stack.top().path)),
    ),
    navigateBack: asyncApi<{ delta?: number }>('navigateBack', ({ delta = 1 }) =>
      stack.back(delta),
    ),
    setNavigationBarTitle: asyncApi<{ title: string }>('setNavigationBarTitle', ({ title }) =>
      stack.setTitle(title),
    ),
    setNavigationBarColor: asyncApi('setNavigationBarColor', () => undefined),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () => undefined),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => {
      stack.call('onPullDownRefresh')
    }),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => undefined),
    pageScrollTo: asyncApi<{ scrollTop?: number; selector?: string }>(
      'pageScrollTo',
      ({ scrollTop, selector }) => {
        if (selector) stack.top().element.querySelector(selector)?.scrollIntoView()
        else window.document.getElementById('stack')!.scrollTop = scrollTop ?? 0
      },
    ),
    showShareMenu: asyncApi('showShareMenu', () => undefined),
    hideShareMenu: asyncApi('hideShareMenu', () => undefined),
    hideHomeButton: asyncApi('hideHomeButton', () => undefined),
  }
}

/** A url without a leading slash is relative to the page that asks. */
function absolute(url: string, from: string): string {
  if (url.startsWith('/')) return url
  const [path = '', query] = url.split('?')
  const base = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') base.pop()
    else if (part !== '.') base.push(part)
  }
  return `/${base.join('/')}${query === undefined ? '' : `?${query}`}`
}
