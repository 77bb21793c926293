export default definePageConfig({ navigationBarTitleText: '柜台卖餐' })
