export default definePageConfig({ navigationBarTitleText: '按楼走一走' })
