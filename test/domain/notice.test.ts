import fc from 'fast-check';
import type {
  ContactFacts,
  MatterFacts,
  NoticeFacts,
  PointsFacts,
  StudyFacts,
} from '../../domain/notice/facts';
import {
  CONTACT_KINDS,
  MATTER_KINDS,
  type NoticeKind,
  POINTS_KINDS,
  STUDY_KINDS,
} from '../../domain/notice/kinds';
import { shorten, templateData } from '../../domain/notice/template';
import { noticeWords } from '../../domain/notice/words';
import { NOW } from './build';

const LONG = '阿拉坦其其格·Naranbaatar-ochirkhuyag·苏雅拉图';
const FACTS: MatterFacts = {
  category: 'road',
  area: '150625100208003',
  areaPath: `锡尼镇·胜利村委会·${LONG}`,
  summary: '',
};

/** Field rules of subscription messages as WeChat states them. */
function breaksRule(field: string, value: string): boolean {
  if (value === '' || /[\n\r\t]/.test(value)) return true;
  if (field.startsWith('thing')) return value.length > 20;
  if (field.startsWith('phrase')) return [...value].length > 5 || /[^\u4e00-\u9fff]/.test(value);
  return !/^\d{4}年\d{2}月\d{2}日 \d{2}:\d{2}$/.test(value);
}

const HOSTILE: MatterFacts[] = [
  FACTS,
  { ...FACTS, summary: '🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑', text: '\n\n' },
  { ...FACTS, category: 'nonsense', text: '', holder: { role: 'chief', area: '1', name: LONG } },
  { ...FACTS, summary: '路\n坏\t了', until: NOW, outcome: 'withdrawn' },
];
const HOSTILE_CONTACT: ContactFacts[] = [
  { name: LONG, areaPath: `锡尼镇·${LONG}` },
  { name: '', areaPath: '', count: 12, names: [LONG, '🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑'] },
  { name: '\n', areaPath: '\t', text: '\n\n', week: '2026-W53' },
];

const HOSTILE_STUDY: StudyFacts[] = [
  { name: LONG, areaPath: `锡尼镇·${LONG}`, until: NOW },
  { name: '', areaPath: '', period: '2026-Q4', text: '\n\n', until: NOW },
  { name: '🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑', areaPath: '\t', period: 'nonsense', text: LONG, until: NOW },
];

const HOSTILE_POINTS: PointsFacts[] = [
  { name: LONG, areaPath: `锡尼镇·${LONG}`, year: '2026', step: 'sign' },
  { name: '', areaPath: '', year: '', what: LONG, amount: -10, text: '\n\n', until: NOW, upheld: true },
  { name: '🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑🐑', areaPath: '\t', year: '2026', what: '', amount: 0, text: LONG },
];

const CASES: [NoticeKind, NoticeFacts[]][] = [
  ...MATTER_KINDS.map((kind): [NoticeKind, NoticeFacts[]] => [kind, HOSTILE]),
  ...CONTACT_KINDS.map((kind): [NoticeKind, NoticeFacts[]] => [kind, HOSTILE_CONTACT]),
  ...POINTS_KINDS.map((kind): [NoticeKind, NoticeFacts[]] => [kind, HOSTILE_POINTS]),
  ...STUDY_KINDS.map((kind): [NoticeKind, NoticeFacts[]] => [kind, HOSTILE_STUDY]),
];

describe('notices', () => {
  test.each(
    CASES,
  )('“%s” has words in both languages and fits WeChat’s fields with hostile facts', (kind, hostile) => {
    for (const facts of hostile) {
      const words = noticeWords(kind, facts);
      expect(words.title.zh).not.toBe('');
      expect(words.title.en).not.toBe('');
      for (const [field, { value }] of Object.entries(templateData(kind, facts, NOW))) {
        expect([field, value, breaksRule(field, value)]).toEqual([field, value, false]);
      }
    }
  });

  test('shortening never breaks a character and never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
        const short = shorten(value, 20);
        expect(short.length).toBeLessThanOrEqual(20);
        expect(short).not.toBe('');
        expect(() => encodeURIComponent(short)).not.toThrow(); // a lone surrogate would
      }),
    );
  });
});
