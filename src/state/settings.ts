import Taro from '@tarojs/taro';
import { stored, useStored } from './store';

export type Language = 'zh' | 'en';

export interface Settings {
  language: Language;
  /** Large type and large targets. */
  elder: boolean;
}

/** WeChat's own type size; 1 is usual. Somebody who set it large wants it large here too. */
const LARGE_TYPE = 1.25;

function phoneAsksForLargeType(): boolean {
  try {
    const info: object = Taro.getAppBaseInfo();
    return 'fontSizeScaleFactor' in info && Number(info.fontSizeScaleFactor) >= LARGE_TYPE;
  } catch {
    return false;
  }
}

/** Chinese first, whatever the phone speaks. */
export const settings = stored<Settings>('yige.settings', () => ({
  language: 'zh',
  elder: phoneAsksForLargeType(),
}));

export function useSettings(): Settings {
  return useStored(settings);
}

export function setLanguage(language: Language): void {
  settings.set({ ...settings.get(), language });
}

export function setElder(elder: boolean): void {
  settings.set({ ...settings.get(), elder });
}
