export default definePageConfig({ navigationBarTitleText: '替人报名' })
