import { type Level, levelOf } from '../area/area';
import type { Words } from '../error/refusal';
import type { PostRole } from '../person/person';
import { CATEGORIES, type Category } from '../problem/category';
import { lastMoment, type Millis } from '../time/shanghai';
import type { MatterFacts } from './facts';

const DESK: Record<PostRole, Words> = {
  worker: { zh: '网格员', en: 'the grid worker' },
  chief: { zh: '网格长', en: 'the grid chief' },
  secretary: { zh: '村党组织书记', en: 'the village secretary' },
  official: { zh: '镇旗干部', en: 'the official' },
  handler: { zh: '承办单位', en: 'the unit in charge' },
  supervisor: { zh: '监督员', en: 'the supervisor' },
  admin: { zh: '管理员', en: 'the administrator' },
};

/** An official sits in a township or in the banner; the reader wants to know which. */
const OFFICIAL: Record<Level, Words> = {
  banner: { zh: '旗干部', en: 'the banner official' },
  township: { zh: '苏木镇干部', en: 'the township official' },
  village: { zh: '干部', en: 'the official' },
  grid: { zh: '干部', en: 'the official' },
};

export interface Telling {
  title: Words;
  text: Words;
}

export function say(titleZh: string, titleEn: string, zh: string, en: string): Telling {
  return { title: { zh: titleZh, en: titleEn }, text: { zh, en } };
}

export function category(code: string): Words {
  return CATEGORIES[code as Category] ?? CATEGORIES.other;
}

export function deskOf({ holder }: MatterFacts): Words {
  if (!holder) return { zh: '负责人', en: 'the person in charge' };
  const { unit } = holder;
  const desk = holder.role === 'official' ? OFFICIAL[levelOf(holder.area)] : DESK[holder.role];
  const role = unit ? { zh: unit, en: unit } : desk;
  return holder.name ? { zh: `${role.zh}${holder.name}`, en: `${role.en} ${holder.name}` } : role;
}

export function what({ summary, areaPath }: MatterFacts): Words {
  return {
    zh: `${areaPath}：${summary || '语音反映，请点开听'}`,
    en: `${areaPath}: ${summary || 'a voice note, open to listen'}`,
  };
}

export function promised({ until }: MatterFacts): Words {
  if (until === undefined) return { zh: '', en: '' };
  const when = moment(until);
  return { zh: `，${when.zh}前答复您`, en: `, answer due by ${when.en}` };
}

export function moment(at: Millis): Words {
  const { day, clock } = lastMoment(at);
  return { zh: `${day.format('M月D日')}${clock}`, en: `${day.format('YYYY-MM-DD')} ${clock}` };
}
