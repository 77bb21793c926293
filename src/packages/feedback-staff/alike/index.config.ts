export default definePageConfig({ navigationBarTitleText: '一样的事' })
