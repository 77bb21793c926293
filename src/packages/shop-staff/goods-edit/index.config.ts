export default definePageConfig({ navigationBarTitleText: '一样货' })
