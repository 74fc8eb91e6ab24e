import Taro from '@tarojs/taro';
import type { About } from '../domain/notice/notice';
import { pageOf } from '../domain/notice/page';

const HOME = '/pages/home/index';

function ignore(): void {
  // Two quick taps: the first one is already on its way.
}

/** What a message is about, wherever that is shown. */
export function openAbout(about: About): void {
  if (about.kind === 'me') goHome();
  else Taro.navigateTo({ url: `/${pageOf(about)}` }).catch(ignore);
}

export function openProblem(id: string): void {
  Taro.navigateTo({ url: `/pages/problem/index?id=${encodeURIComponent(id)}` }).catch(ignore);
}

/** Takes the place of the page that made it: back then means where that page was opened from. */
export function showNewProblem(id: string): void {
  Taro.redirectTo({ url: `/pages/problem/index?id=${encodeURIComponent(id)}` }).catch(ignore);
}

/** @param household whose details are asked for at once */
export function openSheet(household?: string): void {
  const query = household === undefined ? '' : `?household=${encodeURIComponent(household)}`;
  Taro.navigateTo({ url: `/pages/sheet/index${query}` }).catch(ignore);
}

export function openHousehold(id: string): void {
  Taro.navigateTo({ url: `/pages/household/index?id=${encodeURIComponent(id)}` }).catch(ignore);
}

export function openBind(): void {
  Taro.navigateTo({ url: '/pages/bind/index' }).catch(ignore);
}

/** @param area absent: the reader's own */
export function openCoverage({ area, week }: { area?: string; week?: string } = {}): void {
  const query = [area && `area=${area}`, week && `week=${week}`].filter(Boolean).join('&');
  Taro.navigateTo({ url: `/pages/coverage/index${query && '?'}${query}` }).catch(ignore);
}

export function openOutbox(): void {
  Taro.navigateTo({ url: '/pages/outbox/index' }).catch(ignore);
}

/** Import, hand-over, limits and export, for who keeps the registry. */
export function openRegistry(): void {
  Taro.navigateTo({ url: '/pages/registry/index' }).catch(ignore);
}

/** @param household for whom a worker reports; absent: for oneself */
export function openReport(household?: { id: string; head: string }): void {
  const query = household
    ? `?household=${encodeURIComponent(household.id)}&head=${encodeURIComponent(household.head)}`
    : '';
  Taro.navigateTo({ url: `/pages/report/index${query}` }).catch(ignore);
}

/** The session of the running period. @param area whose organisation meets */
export function openStudy(area: string): void {
  Taro.navigateTo({ url: `/pages/study/index?id=${area}` }).catch(ignore);
}

export function openIndicators(area: string): void {
  Taro.navigateTo({ url: `/pages/indicators/index?area=${area}` }).catch(ignore);
}

export function openHealth(): void {
  Taro.navigateTo({ url: '/pages/health/index' }).catch(ignore);
}

export function openReach(): void {
  Taro.navigateTo({ url: '/pages/reach/index' }).catch(ignore);
}

/** @param account absent: the reader's own · @param year absent: the running one */
export function openPoints(account?: string, year?: string): void {
  const query =
    account === undefined ? '' : `?account=${encodeURIComponent(account)}${year ? `&year=${year}` : ''}`;
  Taro.navigateTo({ url: `/pages/points/index${query}` }).catch(ignore);
}

/** What waits for a second signature, and what can be written down. */
export function openAwards(): void {
  Taro.navigateTo({ url: '/pages/awards/index' }).catch(ignore);
}

export function openRules(): void {
  Taro.navigateTo({ url: '/pages/rules/index' }).catch(ignore);
}

/** @param household absent: the reader's own */
/** By the code of an order or a card: at the counter. */
export function openShop(by: { household?: string; code?: string } = {}): void {
  const [named] = Object.entries(by);
  const query = named ? `?${named[0]}=${encodeURIComponent(named[1])}` : '';
  Taro.navigateTo({ url: `/pages/shop/index${query}` }).catch(ignore);
}

export function openCounter(): void {
  Taro.navigateTo({ url: '/pages/counter/index' }).catch(ignore);
}

/** @param id `village_year`; absent: the reader's own */
export function openEvaluation(id?: string): void {
  const query = id === undefined ? '' : `?id=${encodeURIComponent(id)}`;
  Taro.navigateTo({ url: `/pages/evaluation/index${query}` }).catch(ignore);
}

/** @param id `village_year_subjects`; absent: the reader's own */
export function openRoll(id?: string): void {
  const query = id === undefined ? '' : `?id=${encodeURIComponent(id)}`;
  Taro.navigateTo({ url: `/pages/roll/index${query}` }).catch(ignore);
}

export function openDeeds(area: string): void {
  Taro.navigateTo({ url: `/pages/deeds/index?area=${area}` }).catch(ignore);
}

export function goHome(): void {
  Taro.switchTab({ url: HOME }).catch(() => Taro.reLaunch({ url: HOME }).catch(ignore));
}

export function goToInbox(): void {
  Taro.switchTab({ url: '/pages/inbox/index' }).catch(ignore);
}

/** A page opened by its address has nothing behind it: back then means home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(ignore);
  else goHome();
}
