export default definePageConfig({ navigationBarTitleText: '出入库' })
