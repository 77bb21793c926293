const gallery = process.env.CHJ_GALLERY === '1' ? ['design/gallery/index'] : []

export default defineAppConfig({
  pages: [
    'pages/centre/today/index',
    'pages/activities/list/index',
    'pages/mine/index',
    'pages/scan/index',
    ...gallery,
  ],
  subPackages: [
    {
      root: 'packages/activities',
      pages: ['detail/index', 'sign-up/index', 'mine/index', 'check-in/index'],
    },
    { root: 'packages/residents', pages: ['policy/index'] },
  ],
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
        pagePath: 'pages/centre/today/index',
        text: '今天',
        iconPath: 'assets/today.png',
        selectedIconPath: 'assets/today-chosen.png',
      },
      {
        pagePath: 'pages/activities/list/index',
        text: '报名',
        iconPath: 'assets/activities.png',
        selectedIconPath: 'assets/activities-chosen.png',
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
