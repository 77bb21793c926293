export default definePageConfig({ navigationBarTitleText: '一个菜' })
