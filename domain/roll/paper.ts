import { contains } from '../area/area';
import type { Candidate, ExemptionReason, Grade } from '../evaluation/evaluation';
import type { Person } from '../person/person';

/** 名单 · 绩效依据（村干部） · 考核依据（普通党员干部） · 致主管单位的函 */
export const PAPERS = ['list', 'pay', 'appraisal', 'letters'] as const;
export type Paper = (typeof PAPERS)[number];

export const PAPER_NAMES: Record<Paper, string> = {
  list: '评议名单',
  pay: '绩效依据',
  appraisal: '考核依据',
  letters: '致主管单位的函',
};

export const GRADE_NAMES: Record<Grade, string> = {
  excellent: '优秀',
  good: '合格',
  basic: '基本合格',
  failed: '不合格',
};

export const EXEMPTION_NAMES: Record<ExemptionReason, string> = {
  leave: '免评：休假',
  newcomer: '免评：任职不满',
  unreachable: '免评：联系不上的地方',
  'too-few': '不评：答的人太少',
};

export const ROLE_NAMES = { secretary: '村党组织书记', chief: '网格长', worker: '网格员' } as const;

/** `优秀`, `免评：休假`; a dash for who has no grade for want of figures. */
export function resultOf({ exempt, grade }: Pick<Candidate, 'exempt' | 'grade'>): string {
  if (exempt) return EXEMPTION_NAMES[exempt.why];
  return grade ? GRADE_NAMES[grade] : '—';
}

/** Posts by which somebody belongs to the village's own organisation, and is paid by it. */
const CADRES = ['secretary', 'chief'] as const;

/** 村干部: whoever is secretary or chief in this village beside being a worker; nobody else's pay hangs on the result. */
export function cadreRole(person: Person | undefined, village: string): 'secretary' | 'chief' | undefined {
  return CADRES.find((role) =>
    person?.posts.some((post) => post.role === role && contains(village, post.area)),
  );
}

/** 主管单位: the unit of a person's post; else the township. */
export function unitOf(person: Person | undefined, villagePath: string): string {
  const unit = person?.posts.find((post) => post.unit !== undefined)?.unit;
  return unit ?? `${villagePath.split('·')[0] || villagePath}党委`;
}
