export default definePageConfig({ navigationBarTitleText: '借出没还的' })
