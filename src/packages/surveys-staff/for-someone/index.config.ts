export default definePageConfig({ navigationBarTitleText: '替人填问卷' })
