import { readFileSync } from 'node:fs';
import type { AccountKind } from '../../domain/points/account';
import { DEFAULT_RULES } from '../../domain/points/defaults';

const WHOSE: Record<AccountKind, string> = { worker: '网格员', organisation: '组织', household: '居民户' };

/** What is told to whoever files and examines it is what the code does. */
describe('docs/compliance/points.md tells the defaults as they are', () => {
  const text = readFileSync('docs/compliance/points.md', 'utf8');
  const defaults = text.slice(text.indexOf('## 四'), text.indexOf('## 五'));
  const rows = defaults
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const figuresIn = (cell = '') => (cell.match(/\d+(?= 分)/g) ?? []).map(Number).sort((a, b) => b - a);

  test.each(
    DEFAULT_RULES.rules.map((rule) => [WHOSE[rule.for], rule.name.zh, rule] as const),
  )('%s: %s', (whose, name, { amount, cap }) => {
    const found = rows.filter(([, who, rule]) => who === whose && rule === name);
    const amounts = typeof amount === 'number' ? [Math.abs(amount)] : amount.map((step) => step.amount);
    expect(found.map(([, , , points, most]) => [figuresIn(points), figuresIn(most)])).toEqual([
      [amounts.sort((a, b) => b - a), cap ? [cap.most] : []],
    ]);
    expect(found[0]?.[4]).toMatch(cap ? { week: /每周/, month: /每月/, year: /一年/ }[cap.per] : /^$/);
  });

  test('and no rule beside these', () => {
    expect(rows.filter(([, who]) => Object.values(WHOSE).includes(who ?? ''))).toHaveLength(
      DEFAULT_RULES.rules.length,
    );
  });

  test('the yearly evaluation and its ends', () => {
    const { weights, fullPoints, grades, fewestAnswers, fewestReviews, monthsToGrade, appealDays, ...rest } =
      DEFAULT_RULES.scheme;
    for (const told of [
      `积分 ${weights.points}、居民 ${weights.residents}、村里评议 ${weights.review}`,
      `一年 ${fullPoints} 分`,
      `${grades.excellent} 优秀、${grades.good} 合格、${grades.basic} 基本合格`,
      `不到 ${fewestAnswers} 户`,
      `不到 ${fewestReviews} 个`,
      `不满 ${monthsToGrade} 个月`,
      `申诉 ${appealDays} 个工作日`,
      `不到 ${rest.fewestRanked} 个不排`,
      `前后各 ${rest.share * 100}%`,
    ])
      expect(defaults).toContain(told);
  });
});
