export default definePageConfig({ navigationBarTitleText: '公开办好的事' })
