export default definePageConfig({ navigationBarTitleText: '确认居民身份' })
