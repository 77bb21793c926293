export default definePageConfig({ navigationBarTitleText: '回复范文' })
