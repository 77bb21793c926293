export default definePageConfig({ navigationBarTitleText: '固定的岗' })
