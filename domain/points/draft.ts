import { LENGTH } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Person, PostRole } from '../person/person';
import { type MonthKey, monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { checkVersion } from './check';
import { DEFAULT_RULES } from './defaults';
import type { Signatory } from './entry';
import type { RuleVersion } from './rule';

/** Rules hold for the whole banner: whoever drafts or enables them has a post of the banner's. */
export function isOfBanner({ posts }: Person, role: PostRole): boolean {
  return posts.some((post) => post.role === role && post.area.length === LENGTH.banner);
}

type Content = Pick<RuleVersion, 'rules' | 'scheme'>;

/** A version that holds nowhere yet. @throws Refusal NOT_NOW at version, BAD_INPUT at what is not possible or not lawful */
export function newVersion(
  id: string,
  { rules, scheme }: Content,
  draftedBy: Signatory,
  draftedAt: Millis,
): RuleVersion {
  if (id === DEFAULT_RULES._id) throw fixed('version');
  checkVersion({ rules, scheme });
  return { _id: id, rev: 0, applied: [], rules, scheme, draftedBy, draftedAt };
}

/** A draft may be written anew as often as wanted, an enabled version never. @throws Refusal as `newVersion` */
export function redrafted(
  before: RuleVersion,
  { rules, scheme }: Content,
  draftedBy: Signatory,
  draftedAt: Millis,
): RuleVersion {
  if (before.enabledAt !== undefined) throw fixed('version');
  checkVersion({ rules, scheme });
  return { ...before, rules, scheme, draftedBy, draftedAt };
}

interface Enabling {
  from: MonthKey;
  /** When the text that was read was written. */
  draftedAt: Millis;
}

/**
 * 启用: from a month that has not begun, so that it never reaches back; by somebody else than who drafted it.
 * @param others every version that is stored
 * @throws Refusal NOT_NOW at version, also when another text was read, or from; NOT_YOURS at version
 */
export function enabled(
  version: RuleVersion,
  others: readonly RuleVersion[],
  { from, draftedAt }: Enabling,
  by: Signatory,
  at: Millis,
): RuleVersion {
  if (version.enabledAt !== undefined) throw fixed('version');
  if (version.draftedAt !== draftedAt) {
    // Not CONFLICT: a phone would try again by itself, and nobody would have read it.
    throw new Refusal('NOT_NOW', {
      path: 'version',
      words: {
        zh: '这一版刚才又改过，请再看一遍',
        en: 'This version was changed since; please read it again',
      },
    });
  }
  if (version.draftedBy.person === by.person) {
    throw new Refusal('NOT_YOURS', {
      path: 'version',
      words: { zh: '自己起草的，要另一个人启用', en: 'Somebody else than its author has to enable it' },
    });
  }
  if (from <= monthKey(at)) {
    throw new Refusal('BAD_INPUT', {
      path: 'from',
      words: { zh: '只能从还没开始的月份起', en: 'Only from a month that has not begun' },
    });
  }
  if (others.some((one) => one.enabledAt !== undefined && one.from === from)) {
    throw new Refusal('NOT_NOW', {
      path: 'from',
      words: { zh: '这个月起已经有另一版规则', en: 'Another version begins in that month' },
    });
  }
  return { ...version, from, enabledBy: by, enabledAt: at };
}

function fixed(path: string): Refusal {
  return new Refusal('NOT_NOW', {
    path,
    words: { zh: '这一版已经启用，不能再改', en: 'This version is enabled and does not change any more' },
  });
}
