export default definePageConfig({ navigationBarTitleText: '配捐的规则' })
