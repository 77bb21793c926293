export default definePageConfig({ navigationBarTitleText: '一餐的安排' })
