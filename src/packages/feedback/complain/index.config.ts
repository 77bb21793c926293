export default definePageConfig({ navigationBarTitleText: '这一条不妥' })
