import { sheetId } from '../../domain/contact/sheet';
import type { Standing } from '../../domain/notice/moot';
import type { Notice } from '../../domain/notice/notice';
import { weekKey } from '../../domain/time/period';
import type { CollectionName, Documents } from './collections';
import { byIds } from './whole';

/** How what these notices are about stands now: one read for each kind of thing. */
export async function standings(notices: readonly Notice[]): Promise<(notice: Notice) => Standing> {
  const about = (kind: Notice['about']['kind']) =>
    notices.filter((notice) => notice.about.kind === kind).map((notice) => notice.about.id);
  const [problems, households, sheets, sessions, deeds, books, rolls, evaluations] = await Promise.all([
    known('problems', about('problem')),
    known('households', about('household')),
    known(
      'sheets',
      notices.filter(({ kind }) => kind === 'contact-left').map(({ to, at }) => sheetId(to, weekKey(at))),
    ),
    known('sessions', about('study')),
    known('deeds', about('deed')),
    known('books', about('awards')),
    known('rolls', about('roll')),
    known('evaluations', about('evaluation')),
  ]);
  return ({ about: { kind, id }, to, at }) => ({
    ...(kind === 'problem' ? { problem: problems.get(id) } : {}),
    ...(kind === 'household' ? { household: households.get(id) } : {}),
    ...(kind === 'study' ? { session: sessions.get(id) } : {}),
    ...(kind === 'deed' ? { deed: deeds.get(id) } : {}),
    ...(kind === 'awards' ? { book: books.get(id) } : {}),
    ...(kind === 'roll' ? { roll: rolls.get(id) } : {}),
    ...(kind === 'evaluation' ? { evaluation: evaluations.get(id) } : {}),
    ...(kind === 'sheet' ? { sheet: sheets.get(sheetId(to, weekKey(at))) } : {}),
  });
}

async function known<N extends CollectionName>(
  name: N,
  ids: readonly string[],
): Promise<Map<string, Documents[N]>> {
  const found = await byIds(name, ids);
  return new Map(found.map((document) => [document._id, document]));
}
