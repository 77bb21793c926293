export default definePageConfig({
  navigationBarTitleText: '每月义剪',
  enableShareAppMessage: true,
})
