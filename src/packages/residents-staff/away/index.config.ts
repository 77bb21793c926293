export default definePageConfig({ navigationBarTitleText: '外出' })
