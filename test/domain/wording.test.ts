import { isNews, POINTS_CONSENT_VERSION, POINTS_CONSENT_VERSIONS } from '../../domain/points/membership';
import * as en from '../../src/i18n/en/shop';
import * as zh from '../../src/i18n/zh/shop';

describe('the wordings of the consent to take part in points', () => {
  test('are compared by their places, not as text', () => {
    const versions = ['2026-11', '2026-11.2', '2026-11.9', '2026-11.10', '2027-01'];
    const newsTo = (agreed: string) => versions.filter((after) => isNews(after, agreed, versions));
    expect(newsTo('2026-11.2')).toEqual(['2026-11.2', '2026-11.9', '2026-11.10', '2027-01']);
    expect(newsTo('2026-11.10')).toEqual(['2026-11.10', '2027-01']);
    expect(newsTo('')).toEqual(versions);
  });

  test('each is there once, the one that is shown is the last, and each that was replaced says what changed', () => {
    expect(new Set(POINTS_CONSENT_VERSIONS).size).toBe(POINTS_CONSENT_VERSIONS.length);
    expect(POINTS_CONSENT_VERSIONS.at(-1)).toBe(POINTS_CONSENT_VERSION);
    for (const { renew } of [zh, en])
      expect(renew.changes.map(({ after }) => after)).toEqual(POINTS_CONSENT_VERSIONS.slice(0, -1));
  });

  test('a household reads no word of the office', () => {
    expect(JSON.stringify([zh.shop.join.lines, zh.renew])).not.toContain('关账');
  });
});
