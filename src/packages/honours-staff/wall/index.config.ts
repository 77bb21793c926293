export default definePageConfig({ navigationBarTitleText: '写风采墙' })
