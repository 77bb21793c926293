export default definePageConfig({ navigationBarTitleText: '货品' })
