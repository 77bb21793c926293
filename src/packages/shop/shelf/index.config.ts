export default definePageConfig({ navigationBarTitleText: '慈善超市' })
