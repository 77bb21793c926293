export default definePageConfig({ navigationBarTitleText: '核对纸质票' })
