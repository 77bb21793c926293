export default definePageConfig({ navigationBarTitleText: '订过的餐' })
