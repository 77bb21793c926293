export default definePageConfig({ navigationBarTitleText: '超市介绍' })
