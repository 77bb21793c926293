export default definePageConfig({
  navigationBarTitleText: '志愿者签到码',
  // A screen on the wall shows nothing but the code.
  navigationStyle: 'custom',
})
