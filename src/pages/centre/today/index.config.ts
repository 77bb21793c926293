export default definePageConfig({ navigationBarTitleText: '常回家' })
