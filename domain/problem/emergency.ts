import type { Words } from '../error/refusal';
import { type Category, isDanger } from './category';

/** Numbers that help at once, in the order in which they are dialled when several fit. */
export const EMERGENCY_CALLS = {
  '110': { zh: '报警', en: 'Police' },
  '119': { zh: '消防', en: 'Fire' },
  '120': { zh: '急救', en: 'Ambulance' },
} as const satisfies Record<string, Words>;

export type EmergencyCall = keyof typeof EMERGENCY_CALLS;

const ALL = ['110', '119', '120'] as const;

/** Words of somebody who should dial first. Better once too often than once too little: showing a number costs nothing. */
const SIGNS: readonly { words: RegExp; calls: readonly EmergencyCall[] }[] = [
  { words: /着火|起火|失火|火灾|着了火|烧起来|冒黑烟|爆炸/, calls: ['119', '120'] },
  { words: /煤气|燃气泄|漏气|瓦斯|一氧化碳|煤烟中毒|中煤烟/, calls: ['119', '120'] },
  { words: /触电|电着人|被电|电线.{0,4}(掉|断|落)/, calls: ['119', '120'] },
  { words: /塌|压住|埋住|被埋|被困|冲走/, calls: ['119', '120'] },
  {
    words: /落水|溺水|淹着|掉(水|河|渠|井|冰)|掉(到|进|在|下|入).{0,4}(水|河|渠|井|冰)/,
    calls: ['119', '120'],
  },
  {
    words:
      /晕倒|昏倒|昏迷|昏过去|断气|没呼吸|不省人事|大出血|流血不止|胸口疼|喘不上气|抽搐|中毒|喝农药|心梗|中风|要生了|难产|摔断|骨折/,
    calls: ['120'],
  },
  { words: /车祸|翻车|撞车|撞人|撞了人|翻(到|进)(沟|渠)/, calls: ['110', '120'] },
  { words: /打人|打架|动手打|家暴|动刀|拿刀|持刀|砍人|捅人|抢劫|抢东西|绑架|闯进/, calls: ['110', '120'] },
  { words: /自杀|轻生|跳楼|跳河|不想活/, calls: ['110', '120'] },
  { words: /走失|走丢|失踪|孩子不见|老人不见|找不到(人|孩子|老人)|拐卖|拐走/, calls: ['110'] },
  {
    words: /fire|explosion|gas leak|electrocut|collapsed|trapped|drown|unconscious|bleeding|poison/i,
    calls: ['119', '120'],
  },
  { words: /knife|beating|attack|robb|kidnap|suicide/i, calls: ['110', '120'] },
];

/** Which numbers to show before anything is sent; none when nothing sounds like danger to life. */
export function emergencyCalls(category: Category | undefined, text: string): EmergencyCall[] {
  if (category !== undefined && isDanger(category)) return [...ALL];
  const heard = SIGNS.filter(({ words }) => words.test(text)).flatMap(({ calls }) => calls);
  return ALL.filter((call) => heard.includes(call));
}
