export default definePageConfig({ navigationBarTitleText: '一格', enablePullDownRefresh: true });
