export default definePageConfig({ navigationBarTitleText: '接上纸卡' })
