import type { Words } from '../error/refusal';

/** What residents ask for, as data. `urgent` puts a matter on the urgent ladder; `danger` shows 110/119/120 first. */
export const CATEGORIES = {
  road: { zh: '道路', en: 'Roads' },
  water: { zh: '用水灌溉', en: 'Water and irrigation' },
  power: { zh: '用电路灯', en: 'Power and lamps' },
  heating: { zh: '供暖', en: 'Heating' },
  environment: { zh: '环境卫生', en: 'Environment' },
  farming: { zh: '农牧生产', en: 'Farming and herding' },
  dispute: { zh: '邻里纠纷', en: 'Disputes' },
  service: { zh: '办事服务', en: 'Public services' },
  safety: { zh: '安全隐患', en: 'Danger', danger: true },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Words & { danger?: true }>;

export type Category = keyof typeof CATEGORIES;
export const CATEGORY_CODES = Object.keys(CATEGORIES) as [Category, ...Category[]];

export function isDanger(category: Category): boolean {
  return 'danger' in CATEGORIES[category];
}
