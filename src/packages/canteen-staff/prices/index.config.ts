export default definePageConfig({ navigationBarTitleText: '优惠价钱' })
