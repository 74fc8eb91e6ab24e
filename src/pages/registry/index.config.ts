export default definePageConfig({ navigationBarTitleText: '一格' });
