export default definePageConfig({ navigationBarTitleText: '项目的一步' })
