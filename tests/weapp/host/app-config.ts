/** The parts of app.json and of a page's json that the host reads. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  enablePullDownRefresh?: boolean
  usingComponents?: Record<string, string>
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: WindowConfig
  tabBar?: { color?: string; selectedColor?: string; list: TabItem[] }
  usingComponents?: Record<string, string>
}

/** Every page of the main package and the subpackages. */
export function allPages(config: AppConfig): string[] {
  const packages = config.subPackages ?? config.subpackages ?? []
  return [
    ...config.pages,
    ...packages.flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ]
}

export function tabPages(config: AppConfig): string[] {
  return (config.tabBar?.list ?? []).map((tab) => tab.pagePath)
}
