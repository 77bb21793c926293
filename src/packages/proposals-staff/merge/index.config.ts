export default definePageConfig({ navigationBarTitleText: '合成提案' })
