export default definePageConfig({ navigationBarTitleText: '业主点算' })
