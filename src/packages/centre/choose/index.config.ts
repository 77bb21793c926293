export default definePageConfig({ navigationBarTitleText: '换一个中心' })
