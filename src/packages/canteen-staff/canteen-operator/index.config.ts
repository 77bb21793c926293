export default definePageConfig({ navigationBarTitleText: '食堂资质' })
