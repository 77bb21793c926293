export default definePageConfig({ navigationBarTitleText: '替人请帮忙' })
