export default definePageConfig({ navigationBarTitleText: '改服务菜单' })
