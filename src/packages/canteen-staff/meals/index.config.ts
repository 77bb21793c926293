export default definePageConfig({ navigationBarTitleText: '排餐' })
