export default definePageConfig({ navigationBarTitleText: '去帮邻居' })
