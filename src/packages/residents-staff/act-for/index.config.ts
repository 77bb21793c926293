export default definePageConfig({ navigationBarTitleText: '替他报名' })
