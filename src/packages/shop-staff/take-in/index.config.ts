export default definePageConfig({ navigationBarTitleText: '收捐赠' })
