export default definePageConfig({ navigationBarTitleText: '代购' })
