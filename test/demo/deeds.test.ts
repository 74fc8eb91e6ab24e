import type { Deed, DeedList } from '../../domain/deed/deed';
import type { StudySession } from '../../domain/study/session';
import { STAGE_VILLAGE } from '../../local/demo/scale';
import { documentsOf, NOW, recipe } from './banner';

const deedsAt = (scale: 'banner' | 'township' | 'village') => [...documentsOf<Deed>(recipe(scale), 'deeds')];

describe('the deeds of the demonstration', () => {
  const deeds = deedsAt('banner');
  const count = (list: DeedList) => {
    const own = deeds.filter((deed) => deed.list === list);
    return [own.length, own.filter(({ status }) => status === 'done').length];
  };

  it('are the article’s figures, counted from the records: 703/380 and 3,072/1,290', () => {
    expect(count('organisation')).toEqual([703, 380]);
    expect(count('member')).toEqual([3_072, 1_290]);
  });

  it('stand on real areas’ and real people’s lists, all over the banner', () => {
    const people = new Map(
      [...documentsOf<{ _id: string; name: string }>(recipe('banner'), 'people')].map((one) => [
        one._id,
        one.name,
      ]),
    );
    for (const { owner } of deeds) expect(people.get(owner.person)).toBe(owner.name);
    expect(
      new Set(deeds.map(({ area }) => area.slice(0, 12)).filter((code) => code.length === 12)).size,
    ).toBe(90);
    expect(new Set(deeds.map(({ _id }) => _id)).size).toBe(deeds.length);
  });

  it('have the article’s three among them, done', () => {
    for (const words of ['修 1 公里', '50 座大棚', '装 115 盏']) {
      expect(deeds.find(({ promise }) => promise.includes(words))).toMatchObject({ status: 'done' });
    }
  });

  it('are a village’s own at every scale, and lie in the past', () => {
    const village = deedsAt('village').filter(({ area }) => area.startsWith(STAGE_VILLAGE));
    const inBanner = new Map(deeds.map((deed) => [deed._id, deed]));
    expect(village.length).toBeGreaterThan(30);
    for (const deed of village) {
      expect(inBanner.get(deed._id)).toEqual(deed);
      expect(deed.createdAt).toBeLessThanOrEqual(NOW);
      if (deed.endedAt) expect(deed.endedAt).toBeLessThanOrEqual(NOW);
      // Nothing is due for the clock at its first firing.
      if (deed.nextAt) expect(deed.nextAt).toBeGreaterThan(NOW);
    }
  });
});

describe('the study sessions of the demonstration', () => {
  const sessions = [...documentsOf<StudySession>(recipe('banner'), 'sessions')];

  it('fill a year: 24 half months in each village, 12 months, 4 quarters, mostly held', () => {
    const of = (level: string) => sessions.filter((one) => one.level === level);
    expect(of('village').length / 90).toBeGreaterThanOrEqual(24);
    expect(of('township').length / 7).toBeGreaterThanOrEqual(12);
    expect(of('banner').length).toBeGreaterThanOrEqual(4);
    const held = sessions.filter(({ status }) => status === 'held').length / sessions.length;
    expect(held).toBeGreaterThan(0.9);
    expect(held).toBeLessThan(0.99);
  });

  it('leave nothing for the clock to catch up with', () => {
    for (const session of sessions) {
      expect(session).not.toHaveProperty('nextAt');
      expect(session).not.toHaveProperty('decidedAt');
    }
  });
});
