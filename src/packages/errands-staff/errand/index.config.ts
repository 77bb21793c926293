export default definePageConfig({ navigationBarTitleText: '一项帮忙' })
