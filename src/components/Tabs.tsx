import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useWords } from '../i18n';
import { spoken } from './a11y';
import './Tabs.scss';

export const TAB_NAMES = ['home', 'problems', 'inbox', 'me'] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** Until all four pages exist, and in a sub-page, WeChat has no tab bar to change. */
const ignore = () => undefined;

/**
 * The platform's tab bar, in our words. Its type is too small for elder mode and cannot be changed,
 * so there we hide it and draw our own with the same four tabs.
 */
export function Tabs({ current, elder }: { current: TabName; elder: boolean }) {
  const words = useWords();
  const fit = () => {
    TAB_NAMES.forEach((tab, index) => {
      Taro.setTabBarItem({ index, text: words.tabs[tab] }).catch(ignore);
    });
    (elder ? Taro.hideTabBar() : Taro.showTabBar()).catch(ignore);
  };
  useDidShow(fit);
  useEffect(fit, [elder, words]);
  if (!elder) return null;
  return (
    <View className="y-tabs">
      {TAB_NAMES.map((tab) => (
        <View
          key={tab}
          className={`y-tabs__tab${tab === current ? ' y-tabs__tab--current' : ''}`}
          onClick={() => void Taro.switchTab({ url: `/pages/${tab}/index` })}
          {...spoken('tab', words.tabs[tab])}
        >
          {words.tabs[tab]}
        </View>
      ))}
    </View>
  );
}
