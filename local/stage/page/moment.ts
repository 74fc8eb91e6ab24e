import { weekKey } from '../../../domain/time/period';
import { DAY, HOUR, type Millis, shanghai } from '../../../domain/time/shanghai';
import { language, words } from './words';

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

export function dateText(at: Millis): string {
  return shanghai(at).format(language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY');
}

export function weekdayText(at: Millis): string {
  return WEEKDAYS[language][shanghai(at).day()] ?? '';
}

export function weekText(at: Millis): string {
  return words.weekOf(Number(weekKey(at).slice(6)));
}

export function hourText(at: Millis): string {
  return shanghai(at).format('HH:mm');
}

/** `11月24日 06:20` */
export function shortText(at: Millis): string {
  return shanghai(at).format(language === 'zh' ? 'M月D日 HH:mm' : 'D MMM HH:mm');
}

/** How far ahead, in the largest whole unit that says something; empty below half an hour. */
export function aheadText(offset: Millis): string {
  if (offset < HOUR / 2) return '';
  const hours = Math.round(offset / HOUR);
  return hours < 24 ? words.hours(hours) : words.days(Math.round(offset / DAY));
}
