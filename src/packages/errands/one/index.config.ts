export default definePageConfig({ navigationBarTitleText: '去帮忙' })
