export default definePageConfig({ navigationBarTitleText: '风采墙', enableShareAppMessage: true })
