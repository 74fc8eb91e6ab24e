import { evaluatedYear, surveyYear } from '../../domain/evaluation/calendar';
import { ANSWERS } from '../../domain/evaluation/evaluation';
import { answered, workerOfYear } from '../../domain/evaluation/survey';
import type { Household } from '../../domain/household/household';
import { atShanghai as at } from '../../domain/time/shanghai';
import { aWorker, GRID } from './build';
import { DECEMBER } from './evaluations';

describe('what households say', () => {
  const household: Household = {
    _id: 'h1',
    rev: 0,
    applied: [],
    outbox: [],
    area: GRID,
    head: '苏雅拉',
    members: 3,
    address: '二社',
  };
  const answer = { said: 'satisfied' as const, at: DECEMBER, worker: 'w1', by: 'app' as const };

  test.each([
    ['2026-11-30 23:59', undefined, '2025'],
    ['2026-12-01 00:00', '2026', '2026'],
    ['2026-12-31 23:59', '2026', '2026'],
    ['2027-01-14 23:59', '2026', '2026'],
    ['2027-01-15 00:00', undefined, '2026'],
  ])('at %s asked about %s, evaluated %s', (when, asked, evaluated) => {
    expect(surveyYear(at(when))).toBe(asked);
    expect(evaluatedYear(at(when))).toBe(evaluated);
  });

  test('is about who looked after them for most of the year; standing in does not count', () => {
    const old = aWorker(1, {
      _id: 'old',
      links: [{ household: 'h1', from: at('2025-01-01'), to: at('2026-09-01') }],
    });
    const young = aWorker(1, { _id: 'young', links: [{ household: 'h1', from: at('2026-09-01') }] });
    const cover = aWorker(1, {
      _id: 'cover',
      links: [{ household: 'h1', from: at('2026-01-01'), cover: true }],
    });
    const people = [young, cover, old];
    expect(workerOfYear('h1', people, '2026', DECEMBER)?._id).toBe('old');
    expect(workerOfYear('h1', people, '2026', at('2027-01-10'))?._id).toBe('old');
    expect(workerOfYear('h1', people, '2027', at('2027-12-10'))?._id).toBe('young');
    expect(workerOfYear('h2', people, '2026', DECEMBER)).toBeUndefined();
  });

  test('the last word counts, its own before a chief’s; the same word again changes nothing', () => {
    for (const said of ANSWERS) {
      const once = answered(household, '2026', { ...answer, said });
      expect(answered(once, '2026', { ...answer, said, at: DECEMBER + 1 })).toBe(once);
      expect(() => answered(once, '2026', { ...answer, by: 'visit' })).toThrow(
        expect.objectContaining({ code: 'NOT_NOW', path: 'household' }),
      );
    }
  });
});
