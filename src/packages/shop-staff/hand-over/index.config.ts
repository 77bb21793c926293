export default definePageConfig({ navigationBarTitleText: '交付预订' })
