export default definePageConfig({ navigationBarTitleText: '改项目' })
