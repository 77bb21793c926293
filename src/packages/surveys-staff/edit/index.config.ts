export default definePageConfig({ navigationBarTitleText: '写问卷' })
