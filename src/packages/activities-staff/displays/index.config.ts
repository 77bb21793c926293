export default definePageConfig({ navigationBarTitleText: '墙上的屏幕' })
