export default definePageConfig({
  navigationBarTitleText: '义剪叫号',
  // A screen on the square shows nothing but the numbers.
  navigationStyle: 'custom',
})
