export default definePageConfig({ navigationBarTitleText: '点一项帮忙' })
