export default definePageConfig({ navigationBarTitleText: '给人开证明' })
