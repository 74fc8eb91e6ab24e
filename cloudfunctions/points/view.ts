import type { HandRule, PointsAskView } from '../../domain/contract/views';
import type { AccountKind } from '../../domain/points/account';
import type { EntryAsk } from '../../domain/points/ask';
import { rulesByHand } from '../../domain/points/award';
import type { Rule, RuleVersion } from '../../domain/points/rule';
import { versionAt, versionOf } from '../../domain/points/version';
import { monthKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { temporaryUrls } from '../kit/files';

type RuleWords = Pick<Rule, 'name' | 'text' | 'evidence' | 'cap'>;

/** The words of a rule in its own version; undefined for what no rule gives (an exchange, a balance carried over). */
export function wordsOf(
  versions: readonly RuleVersion[],
  { version, rule }: { version: string; rule: string },
): RuleWords | undefined {
  const found = versionOf(versions, version)?.rules.find(({ id }) => id === rule);
  if (!found) return undefined;
  const { name, text, evidence, cap } = found;
  return { name, text, evidence, ...(cap ? { cap } : {}) };
}

/** Asks with photos that open, from one look at the storage. */
export async function viewsOf(asks: readonly EntryAsk[]): Promise<(ask: EntryAsk) => PointsAskView> {
  const urls = await temporaryUrls(asks.flatMap(({ photos }) => photos));
  return ({ photos, recused, ...ask }) => ({
    ...ask,
    photos: photos.flatMap((file) => urls.get(file) ?? []),
    recused: recused.map(({ name }) => name),
  });
}

/** What somebody may write down today in a book of this kind. */
export function handRules(versions: readonly RuleVersion[], kind: AccountKind, at: Millis): HandRule[] {
  const month = monthKey(at);
  return rulesByHand(versionAt(versions, month), kind, month).map(({ id, name, text, amount, evidence }) => ({
    id,
    name,
    text,
    amount,
    evidence,
  }));
}
