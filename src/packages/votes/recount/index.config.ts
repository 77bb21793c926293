export default definePageConfig({ navigationBarTitleText: '重新数一遍' })
