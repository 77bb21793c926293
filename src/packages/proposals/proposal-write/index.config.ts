export default definePageConfig({ navigationBarTitleText: '写个提案' })
