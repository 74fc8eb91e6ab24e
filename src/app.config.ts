import type { AppConfig } from '@tarojs/taro';

// Taro's own type forgot `cloud`, which app.json needs.
const config: AppConfig & { cloud: boolean } = {
  pages: ['pages/home/index'],
  window: {
    navigationBarTitleText: '一格',
    navigationBarBackgroundColor: '#f6f0e3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f0e3',
    backgroundTextStyle: 'dark',
  },
  cloud: true,
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
};

export default defineAppConfig(config);
