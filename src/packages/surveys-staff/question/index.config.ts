export default definePageConfig({ navigationBarTitleText: '改题目' })
