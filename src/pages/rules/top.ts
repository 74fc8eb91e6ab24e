import Taro from '@tarojs/taro';

/** What has just become of a version stands at the head of the page, far above the button that did it. */
export function toTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}
