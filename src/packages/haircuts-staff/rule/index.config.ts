export default definePageConfig({ navigationBarTitleText: '义剪安排' })
