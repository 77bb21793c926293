export default definePageConfig({ navigationBarTitleText: '上门理发' })
