export default definePageConfig({ navigationBarTitleText: '导出服务记录' })
