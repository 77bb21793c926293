import type { AppConfig, TabItem, WindowConfig } from './app-config'
import { pictureUrl } from './controls/image'

/** The navigation bar above a page and the tab bar below it: WeChat draws both, not the page. */
export interface Bars {
  show(page: { path: string; title?: string; window: WindowConfig; canGoBack: boolean }): void
}

export interface BarsSetup {
  document: Document
  app: AppConfig
  navigation: HTMLElement
  tabs: HTMLElement
  back(): void
  switchTo(tab: TabItem, index: number): void
}

export function createBars(setup: BarsSetup): Bars {
  const { document, app, navigation, tabs } = setup

  function showNavigation(title: string, window: WindowConfig, canGoBack: boolean): void {
    navigation.hidden = window.navigationStyle === 'custom'
    navigation.style.background = window.navigationBarBackgroundColor ?? '#000000'
    navigation.style.color = window.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff'
    const heading = document.createElement('div')
    heading.textContent = title
    navigation.replaceChildren(heading)
    if (!canGoBack) return
    const back = document.createElement('button')
    back.textContent = '‹'
    back.setAttribute('aria-label', '返回')
    back.addEventListener('click', setup.back)
    navigation.prepend(back)
  }

  function showTabs(path: string): void {
    const list = app.tabBar?.list ?? []
    tabs.hidden = !list.some((tab) => tab.pagePath === path)
    tabs.replaceChildren(
      ...list.map((tab, index) => {
        const selected = tab.pagePath === path
        const item = document.createElement('button')
        item.setAttribute('role', 'tab')
        item.setAttribute('aria-selected', String(selected))
        item.style.color = (selected ? app.tabBar?.selectedColor : app.tabBar?.color) ?? ''
        const icon = selected ? tab.selectedIconPath : tab.iconPath
        if (icon) {
          const picture = document.createElement('img')
          picture.src = pictureUrl(icon)
          picture.alt = ''
          item.append(picture)
        }
        item.append(tab.text)
        item.addEventListener('click', () => setup.switchTo(tab, index))
        return item
      }),
    )
  }

  return {
    show({ path, title, window, canGoBack }) {
      const all = { ...app.window, ...window }
      showNavigation(title ?? all.navigationBarTitleText ?? '', all, canGoBack)
      showTabs(path)
    },
  }
}
