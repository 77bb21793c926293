export default definePageConfig({ navigationBarTitleText: '记一个来电' })
