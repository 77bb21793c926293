export default definePageConfig({ navigationBarTitleText: '同意过的事' })
