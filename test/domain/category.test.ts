import {
  CATEGORIES,
  CATEGORY_CODES,
  CATEGORY_GROUPS,
  groupOf,
  isDanger,
  kin,
  parts,
  soundsUrgent,
} from '../../domain/problem/category';
import { CATEGORY_TREE, groupEntry, UNITS } from '../../domain/problem/category-tree';

describe('the category tree', () => {
  test('the codes of problems already stored stay valid', () => {
    const stored = [
      'road',
      'water',
      'power',
      'heating',
      'environment',
      'farming',
      'dispute',
      'service',
      'safety',
      'other',
    ];
    expect(CATEGORY_CODES).toEqual(expect.arrayContaining(stored));
  });

  test('every code is unique, fits the wire, and has its own words in both languages within its group', () => {
    expect(new Set(CATEGORY_CODES).size).toBe(CATEGORY_CODES.length);
    for (const code of CATEGORY_CODES) {
      expect(code).toMatch(/^[a-z]+(\.[a-z]+)?$/);
      const { zh, en } = CATEGORIES[code];
      expect(zh).toMatch(/^[\p{Script=Han}]{2,8}$/u);
      expect(en).toMatch(/^[A-Z][\w ,-]{2,}$/);
    }
    for (const group of CATEGORY_GROUPS) {
      const words = kin(group).flatMap((code) => [CATEGORIES[code].zh, CATEGORIES[code].en]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test('every kind has a unit in charge and a ladder, its own or its group’s', () => {
    for (const code of CATEGORY_CODES) {
      const { unit, ladder, group } = CATEGORIES[code];
      expect(UNITS[unit].zh).toMatch(/^\p{Script=Han}{4,14}$/u);
      expect(['normal', 'urgent']).toContain(ladder);
      expect(groupOf(code)).toBe(group);
    }
    expect(CATEGORIES['road.canal'].unit).toBe('canals');
    expect(CATEGORIES['road.bridge'].unit).toBe('transport');
  });

  test('danger always runs on the urgent ladder', () => {
    const dangers = CATEGORY_CODES.filter(isDanger);
    expect(dangers).toEqual(expect.arrayContaining(['safety', 'safety.pit', 'power.line', 'housing.unsafe']));
    for (const code of dangers) expect(CATEGORIES[code].ladder).toBe('urgent');
  });

  test('what is private is not looked for among the neighbours', () => {
    for (const group of ['dispute', 'service', 'policy', 'village', 'other'] as const) {
      expect(parts(group).some((part) => CATEGORIES[part].shared)).toBe(false);
    }
    expect(CATEGORIES['power.lamp'].shared).toBe(true);
  });

  test('a hint of urgency comes from the words of its own group', () => {
    expect(soundsUrgent('heating.home', '屋里零下，老人受不了')).toBe(true);
    expect(soundsUrgent('road', '屋里零下')).toBe(false);
    expect(soundsUrgent('other', '零下')).toBe(false);
    for (const group of CATEGORY_GROUPS) {
      for (const word of groupEntry(group).urgent ?? [])
        expect(soundsUrgent(group, `我家${word}了`)).toBe(true);
    }
    expect(Object.keys(CATEGORY_TREE)).toHaveLength(CATEGORY_GROUPS.length);
  });
});
