export default definePageConfig({ navigationBarTitleText: '收支的账' })
