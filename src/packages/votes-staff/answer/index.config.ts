export default definePageConfig({ navigationBarTitleText: '业主的意见' })
