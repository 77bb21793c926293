export default definePageConfig({ navigationBarTitleText: '办好的事' })
