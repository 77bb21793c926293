export default definePageConfig({ navigationBarTitleText: '现在谁在岗' })
