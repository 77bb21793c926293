export default defineAppConfig({
  pages: ['pages/today/index'],
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '常回家',
    navigationBarBackgroundColor: '#FBF6EC',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EC',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
})
