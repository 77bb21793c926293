export default definePageConfig({ navigationBarTitleText: '开通中心' })
