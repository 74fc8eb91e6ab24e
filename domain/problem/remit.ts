import type { Words } from '../error/refusal';

interface Channel {
  /** Said in the reporter's own situation: “已经打官司”. */
  when: Words;
  /** Who can help. */
  where: Words;
  phone: string;
}

/**
 * Matters that others must decide; this is no petition system. They are told where to go and are not taken in.
 * 信访工作条例 arts. 19, 31: litigation, arbitration, discipline and running petitions have channels of their own.
 */
export const CHANNELS = {
  court: {
    when: { zh: '已经打官司、等法院判或执行', en: 'A court case or its enforcement' },
    where: { zh: '人民法院诉讼服务热线', en: 'Court service line' },
    phone: '12368',
  },
  arbitration: {
    when: { zh: '劳动仲裁、工伤认定', en: 'Labour arbitration or work injury' },
    where: { zh: '人社热线，或旗劳动人事争议仲裁院', en: 'Labour line, or the arbitration court' },
    phone: '12333',
  },
  discipline: {
    when: { zh: '举报党员干部违纪违法', en: 'Misconduct of officials' },
    where: { zh: '纪检监察举报电话', en: 'Discipline inspection line' },
    phone: '12388',
  },
  police: {
    when: { zh: '举报民警违纪', en: 'Misconduct of police' },
    where: { zh: '公安机关警务监督举报电话', en: 'Police supervision line' },
    phone: '12389',
  },
  petition: {
    when: { zh: '正在信访、等信访答复', en: 'A petition that is under way' },
    where: { zh: '原来受理的信访局；也可打政务热线', en: 'The petition office that has it; or the hotline' },
    phone: '12345',
  },
  legal: {
    when: { zh: '想打官司，不知道怎么办', en: 'Advice before going to court' },
    where: { zh: '公共法律服务热线，免费咨询', en: 'Legal advice line, free' },
    phone: '12348',
  },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;

/** Narrow on purpose: “法院门口的路坏了” is about a road. The first that fits. */
const SIGNS: readonly { words: RegExp; channel: ChannelName }[] = [
  {
    words: /(民警|警察|派出所|交警).{0,8}(违纪|受贿|打人|乱作为|索要)|举报.{0,4}(民警|警察)/,
    channel: 'police',
  },
  { words: /劳动仲裁|仲裁(委|院|裁决|申请)|工伤认定/, channel: 'arbitration' },
  {
    words:
      /贪污|受贿|行贿|吃拿卡要|索贿|举报.{0,8}(书记|主任|干部|局长|镇长|村长|领导)|(书记|主任|干部|局长|镇长|村长).{0,8}(违纪|贪|收钱|吃回扣)/,
    channel: 'discipline',
  },
  { words: /(正在|已经|在).{0,3}(信访|上访)|信访(件|答复|复查|复核|事项)|上访/, channel: 'petition' },
  {
    words:
      /(法院|法官).{0,8}(判|执行|立案|开庭|不公)|(打|输|赢)了?官司|判决书?|上诉|强制执行|开庭|起诉(了|书|状)|已经?起诉/,
    channel: 'court',
  },
];

/** The proper channel of a matter that is not ours to decide, judged by its words; undefined for everything else. */
export function channelFor(text: string): ChannelName | undefined {
  return SIGNS.find(({ words }) => words.test(text))?.channel;
}
