export default definePageConfig({ navigationBarTitleText: '救急' })
