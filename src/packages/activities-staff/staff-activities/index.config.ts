export default definePageConfig({ navigationBarTitleText: '我们的活动' })
