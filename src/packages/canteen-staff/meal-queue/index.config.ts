export default definePageConfig({ navigationBarTitleText: '给餐' })
