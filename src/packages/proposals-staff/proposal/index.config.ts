export default definePageConfig({ navigationBarTitleText: '一个提案' })
