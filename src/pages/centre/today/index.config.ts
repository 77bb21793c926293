export default definePageConfig({ navigationBarTitleText: '常回家', enableShareAppMessage: true })
