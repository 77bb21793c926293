export default definePageConfig({ navigationBarTitleText: '写的话' })
