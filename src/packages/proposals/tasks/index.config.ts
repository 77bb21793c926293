export default definePageConfig({ navigationBarTitleText: '交给我的事' })
