export default definePageConfig({ navigationBarTitleText: '中心资料' })
