export default definePageConfig({ navigationBarTitleText: '居民说的不妥' })
