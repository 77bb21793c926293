export default definePageConfig({
  navigationBarTitleText: '议事会签到',
  // A screen on the wall shows nothing but the code.
  navigationStyle: 'custom',
})
