export default definePageConfig({ navigationBarTitleText: '填问卷' })
