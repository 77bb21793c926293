export default definePageConfig({ navigationBarTitleText: '我点的帮忙' })
