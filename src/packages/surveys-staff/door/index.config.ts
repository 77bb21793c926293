export default definePageConfig({ navigationBarTitleText: '入户填问卷' })
