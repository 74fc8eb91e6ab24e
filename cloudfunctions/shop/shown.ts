import type { GoodView, OrderView, ShopAsk, ShopLine } from '../../domain/contract/views';
import type { Words } from '../../domain/error/refusal';
import type { EntryAsk } from '../../domain/points/ask';
import { inOrder, type PointsBook } from '../../domain/points/book';
import { barAtCounter } from '../../domain/points/counter';
import type { PointsEntry } from '../../domain/points/entry';
import { isMerge } from '../../domain/points/merge';
import { type Good, isWaiting, type Order } from '../../domain/points/order';
import type { RuleVersion } from '../../domain/points/rule';
import { isExchange, ordersOf, type Shop } from '../../domain/points/shop';
import { versionOf } from '../../domain/points/version';
import { temporaryUrls } from '../kit/files';

/** What is on the list first, then by name. */
export async function goodViews(goods: readonly Good[]): Promise<GoodView[]> {
  const urls = await temporaryUrls(goods.flatMap(({ photo }) => photo ?? []));
  return goods
    .map(({ _id, name, cost, stock, photo, unlistedAt }) => {
      const url = photo && urls.get(photo);
      return { id: _id, name, cost, stock, ...(url ? { photo: url } : {}), listed: unlistedAt === undefined };
    })
    .sort((a, b) => Number(b.listed) - Number(a.listed) || a.name.localeCompare(b.name, 'zh'));
}

/** A rule's name in the words of the version that an entry or an ask was made under. */
export function namer(versions: readonly RuleVersion[]) {
  return ({ rule, version }: Pick<PointsEntry, 'rule' | 'version'>): Words | undefined =>
    versionOf(versions, version)?.rules.find(({ id }) => id === rule)?.name;
}

export function linesOf(book: PointsBook, nameOf: ReturnType<typeof namer>): ShopLine[] {
  return inOrder(book)
    .reverse()
    .map((entry) => {
      const { cause, amount, at, text } = entry;
      const rule = nameOf(entry);
      return { cause, amount, at, kind: kindOf(entry), ...(rule ? { rule } : {}), ...(text ? { text } : {}) };
    });
}

function kindOf(entry: PointsEntry): ShopLine['kind'] {
  if (isExchange(entry)) return entry.amount < 0 ? 'exchange' : 'back';
  if (isMerge(entry)) return 'merge';
  return entry.rule === 'carry' ? 'carry' : 'rule';
}

export function asksOf(book: PointsBook, nameOf: ReturnType<typeof namer>): ShopAsk[] {
  return [...book.asks].reverse().map((ask) => askView(ask, nameOf(ask) ?? { zh: ask.rule, en: ask.rule }));
}

function askView({ id, amount, at, text, answer }: EntryAsk, rule: Words): ShopAsk {
  if (!answer) return { id, rule, amount, at, text };
  const { yes, at: answeredAt, text: why } = answer;
  return { id, rule, amount, at, text, answer: { yes, at: answeredAt, ...(why ? { text: why } : {}) } };
}

/** Who looks: by which code, if any, and whether from behind the counter. */
interface Look {
  person: string;
  serving: boolean;
  code?: string | undefined;
}

/** Newest first; behind the counter without codes, and with what can be handed out for the one that was told. */
export function orderViews(books: Pick<Shop, 'book' | 'last'>, look: Look): OrderView[] {
  return ordersOf(books)
    .map((order): OrderView => {
      const { by: _by, warnedAt: _warned, code, ...shown } = order;
      if (!look.serving) return { ...shown, code };
      return mayHandOut(books, order, look) ? { ...shown, mayHandOut: true } : shown;
    })
    .sort((a, b) => b.at - a.at);
}

function mayHandOut(books: Pick<Shop, 'book' | 'last'>, order: Order, { person, code }: Look): boolean {
  return isWaiting(order) && code !== undefined && barAtCounter(books, order, code, person) === undefined;
}
