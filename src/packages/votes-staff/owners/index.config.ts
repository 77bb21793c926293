export default definePageConfig({ navigationBarTitleText: '录入业主' })
