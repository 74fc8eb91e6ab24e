import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n';
import { useSettings } from '../state/settings';
import { OfflineBadge } from './OfflineBadge';
import { OutboxBadge } from './OutboxBadge';
import { type TabName, Tabs } from './Tabs';
import { Toast } from './Toast';
import { TopBar } from './TopBar';
import './Screen.scss';

interface Props {
  /** In WeChat's own bar, and in ours in a browser. */
  title: string;
  /** The one question or fact of the page, in large type. */
  heading?: ReactNode;
  /** Under the heading, quieter. */
  lead?: ReactNode;
  children?: ReactNode;
  /** The next step, under the thumb: one or two buttons. */
  action?: ReactNode;
  /** This page is one of the tabs. */
  tab?: TabName;
  /** Given when the page shows what the phone kept: server ms of that answer. */
  staleSince?: number | undefined;
  /** Tells how much of what was done here is still on this phone only; tabs always do. */
  unsent?: boolean;
  /** Uses the width of a PC. */
  wide?: boolean;
}

/** The frame of every page: tokens, elder mode, safe areas, bars. Whatever is drawn outside of it has no tokens. */
export function Screen({
  title,
  heading,
  lead,
  children,
  action,
  tab,
  staleSince,
  unsent = tab !== undefined,
  wide = false,
}: Props) {
  const words = useWords();
  const { elder, language } = useSettings();
  const own = useRef(Taro.getCurrentInstance().page);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of the tab bar follow the language
  useEffect(() => {
    // The bar is that of the page in sight, whichever page asks.
    if (Taro.getCurrentInstance().page !== own.current) return;
    Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  }, [title, language]);
  useDidShow(() => {
    Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  });
  return (
    <View
      className={`y-screen y-screen--${language}${elder ? ' y-screen--elder' : ''}${tab ? ' y-screen--tab' : ''}${wide ? ' y-screen--wide' : ''}`}
    >
      {process.env.TARO_ENV === 'h5' && (
        <TopBar title={title} back={tab === undefined} backWord={words.action.back} />
      )}
      <View className="y-screen__body">
        {staleSince !== undefined && <OfflineBadge since={staleSince} />}
        {unsent && <OutboxBadge />}
        {heading !== undefined && <View className="y-screen__heading">{heading}</View>}
        {lead !== undefined && <View className="y-screen__lead">{lead}</View>}
        {children}
      </View>
      {action !== undefined && <View className="y-screen__action">{action}</View>}
      {tab !== undefined && <Tabs current={tab} elder={elder} />}
      <Toast />
    </View>
  );
}
