export default definePageConfig({ navigationBarTitleText: '替人取号' })
