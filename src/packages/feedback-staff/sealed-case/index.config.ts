export default definePageConfig({ navigationBarTitleText: '保密的事' })
