export default definePageConfig({ navigationBarTitleText: '一次议事会' })
