export default definePageConfig({ navigationBarTitleText: '义剪叫号' })
