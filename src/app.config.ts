import type { AppConfig } from '@tarojs/taro';

/** The icons are drawn by test/browser/tab-icons.ts. The words follow the language later, in components/Tabs. */
function tab(name: string, text: string) {
  const icon = `assets/tabs/${name}`;
  return {
    pagePath: `pages/${name}/index`,
    text,
    iconPath: `${icon}.png`,
    selectedIconPath: `${icon}-on.png`,
  };
}

// Taro's own type forgot `cloud`, which app.json needs.
const config: AppConfig & { cloud: boolean } = {
  pages: [
    'pages/home/index',
    'pages/problems/index',
    'pages/inbox/index',
    'pages/me/index',
    'pages/sheet/index',
    'pages/report/index',
    'pages/problem/index',
    'pages/household/index',
    // Not in a sub-package: those are fetched when first opened, and this one is opened where nothing can be fetched.
    'pages/outbox/index',
  ],
  subPackages: [
    { root: 'pages/bind', pages: ['index'] },
    { root: 'pages/coverage', pages: ['index'] },
    { root: 'pages/reach', pages: ['index'] },
    { root: 'pages/study', pages: ['index'] },
    { root: 'pages/deeds', pages: ['index'] },
    { root: 'pages/indicators', pages: ['index'] },
    { root: 'pages/points', pages: ['index'] },
    { root: 'pages/awards', pages: ['index'] },
    { root: 'pages/rules', pages: ['index'] },
    { root: 'pages/shop', pages: ['index'] },
    { root: 'pages/counter', pages: ['index'] },
    { root: 'pages/evaluation', pages: ['index'] },
    { root: 'pages/roll', pages: ['index'] },
    { root: 'pages/registry', pages: ['index'] },
    { root: 'pages/health', pages: ['index'] },
  ],
  window: {
    navigationBarTitleText: '一格',
    navigationBarBackgroundColor: '#f6f0e3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f0e3',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5a5f50',
    selectedColor: '#2f6b3c',
    backgroundColor: '#fffcf5',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('problems', '诉求'), tab('inbox', '消息'), tab('me', '我的')],
  },
  // In browsers Taro hides the page below only after the slide; who is back sooner would look at nothing.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  cloud: true,
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
};

export default defineAppConfig(config);
