export default definePageConfig({ navigationBarTitleText: '看是谁反映的' })
