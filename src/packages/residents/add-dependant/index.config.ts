export default definePageConfig({ navigationBarTitleText: '加家人' })
