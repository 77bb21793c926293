export default definePageConfig({ navigationBarTitleText: '居民项目' })
