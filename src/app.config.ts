const gallery = process.env.CHJ_GALLERY === '1' ? ['design/gallery/index'] : []

export default defineAppConfig({
  pages: ['pages/today/index', 'pages/mine/index', ...gallery],
  window: {
    // The browser build shows no bar, and so no way back, unless it is asked for.
    navigationStyle: 'default',
    navigationBarTitleText: '常回家',
    navigationBarBackgroundColor: '#FBF6EC',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EC',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#665B50',
    selectedColor: '#A8321F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/today/index',
        text: '今天',
        iconPath: 'assets/today.png',
        selectedIconPath: 'assets/today-chosen.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/mine.png',
        selectedIconPath: 'assets/mine-chosen.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
})
