export default definePageConfig({ navigationBarTitleText: '登记成志愿者' })
