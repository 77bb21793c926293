export default definePageConfig({ navigationBarTitleText: '一个心愿' })
