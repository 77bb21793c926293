import Taro from '@tarojs/taro'

/** Every page of the program by a short name; the only place that knows where a page lies. */
export const routes = {
  today: 'pages/centre/today/index',
  activities: 'pages/activities/list/index',
  mine: 'pages/residents/mine/index',
  scan: 'pages/scan/index',
  activityDetail: 'packages/activities/detail/index',
  signUp: 'packages/activities/sign-up/index',
  mySignUps: 'packages/activities/mine/index',
  checkIn: 'packages/activities/check-in/index',
  policy: 'packages/residents/policy/index',
} as const

export type Route = keyof typeof routes

/** Pages of the tab bar are switched to; WeChat refuses to open them on top of others. */
const tabs: ReadonlySet<Route> = new Set(['today', 'activities', 'mine'])

const address = (route: Route, params: Readonly<Record<string, string>>): string => {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${routes[route]}${query && `?${query}`}`
}

/** Opens a page on top of this one. */
export const goTo = (route: Route, params: Readonly<Record<string, string>> = {}): void => {
  if (tabs.has(route)) void Taro.switchTab({ url: address(route, {}) })
  else void Taro.navigateTo({ url: address(route, params) })
}

/** Opens a page instead of this one, which is then no step on the way back. */
export const replaceBy = (route: Route, params: Readonly<Record<string, string>> = {}): void => {
  if (tabs.has(route)) void Taro.switchTab({ url: address(route, {}) })
  else void Taro.redirectTo({ url: address(route, params) })
}

/** One page back, or Today when this was the first page: a scanned code opens a page with nothing under it. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goTo('today')
}
