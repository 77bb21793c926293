export default definePageConfig({ navigationBarTitleText: '负责人' })
