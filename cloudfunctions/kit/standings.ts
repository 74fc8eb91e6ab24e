import { sheetId } from '../../domain/contact/sheet';
import type { Standing } from '../../domain/notice/moot';
import type { Notice } from '../../domain/notice/notice';
import { weekKey } from '../../domain/time/period';
import { _ } from './cloud';
import { all, type CollectionName, type Documents } from './collections';

/** How what these notices are about stands now: one read for each kind of thing. */
export async function standings(notices: readonly Notice[]): Promise<(notice: Notice) => Standing> {
  const about = (kind: Notice['about']['kind']) =>
    notices.filter((notice) => notice.about.kind === kind).map((notice) => notice.about.id);
  const [problems, households, sheets, sessions, deeds, books] = await Promise.all([
    byId('problems', about('problem')),
    byId('households', about('household')),
    byId(
      'sheets',
      notices.filter(({ kind }) => kind === 'contact-left').map(({ to, at }) => sheetId(to, weekKey(at))),
    ),
    byId('sessions', about('study')),
    byId('deeds', about('deed')),
    byId('books', about('awards')),
  ]);
  return ({ about: { kind, id }, to, at }) => ({
    ...(kind === 'problem' ? { problem: problems.get(id) } : {}),
    ...(kind === 'household' ? { household: households.get(id) } : {}),
    ...(kind === 'study' ? { session: sessions.get(id) } : {}),
    ...(kind === 'deed' ? { deed: deeds.get(id) } : {}),
    ...(kind === 'awards' ? { book: books.get(id) } : {}),
    ...(kind === 'sheet' ? { sheet: sheets.get(sheetId(to, weekKey(at))) } : {}),
  });
}

async function byId<N extends CollectionName>(
  name: N,
  ids: readonly string[],
): Promise<Map<string, Documents[N]>> {
  if (ids.length === 0) return new Map();
  const found = await all(name, (some) => some.where({ _id: _.in([...new Set(ids)]) }).limit(1000));
  return new Map(found.map((document) => [document._id, document]));
}
