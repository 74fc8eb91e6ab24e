import type { AccountId, AccountKind, Year } from '../../points/account';
import type { EntryAsk } from '../../points/ask';
import type { Cause, PointsEntry } from '../../points/entry';
import type { Rule, RuleVersion, Scheme } from '../../points/rule';
import type { Bar } from '../../points/second';
import type { MonthKey } from '../../time/period';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

/** An ask as its readers see it: photos open for an hour, why somebody stepped back stays with them. */
export interface PointsAskView extends Omit<EntryAsk, 'recused'> {
  recused: string[];
}

export interface BookView extends AsOf {
  account: AccountId;
  kind: AccountKind;
  name: string;
  areaPath: string;
  year: Year;
  /** Years that have a book. */
  years: Year[];
  total: number;
  settled?: MonthKey;
  /** When the next month is settled. */
  nextAt: Millis;
  closedAt?: Millis;
  /** Newest first; every number opens to them. */
  entries: PointsEntry[];
  /** The rules of these entries, by `version rule`: the words that held then. */
  rules: Record<string, Pick<Rule, 'name' | 'text' | 'evidence' | 'cap'>>;
  asks: PointsAskView[];
  /** What this reader may do here. */
  may: { award: HandRule[]; reverse: boolean };
}

export interface BookRow {
  account: AccountId;
  name: string;
  areaPath: string;
  total: number;
  settled?: MonthKey;
  closed: boolean;
}

export interface WaitingAsk {
  account: AccountId;
  year: Year;
  kind: AccountKind;
  name: string;
  areaPath: string;
  ask: PointsAskView;
  rule: Pick<Rule, 'name' | 'text' | 'evidence'>;
  /** Somebody would lose points: from when on a yes counts. */
  opensAt?: Millis;
  /** Why this reader may not answer it. */
  barred?: Bar;
}

/** Rules by which somebody may write an entry, and of whom. */
export interface Writable {
  kind: AccountKind;
  accounts: Pick<BookRow, 'account' | 'name' | 'areaPath'>[];
  rules: HandRule[];
}

/** A rule that needs a person, as the one who writes reads it. */
export type HandRule = Pick<Rule, 'id' | 'name' | 'text' | 'amount' | 'evidence'>;

export interface VersionView {
  id: string;
  from?: MonthKey;
  draftedBy: string;
  /** Drafted by this reader, who so cannot enable it. */
  own: boolean;
  draftedAt: Millis;
  enabledBy?: string;
  enabledAt?: Millis;
  holds: boolean;
  rules: Rule[];
  scheme: Scheme;
}

/** For who is not of the evaluation: without account and name. */
export interface DryRunRow {
  account?: AccountId;
  name?: string;
  was: number;
  would: number;
}

export interface ReplayLine {
  rank: number;
  account: AccountId;
  total: number;
}

export interface PointsOutputs {
  'points.book': BookView;
  'points.books': AsOf & { year: Year; rows: BookRow[] };
  'points.award': AsOf & { account: AccountId; ask: string };
  'points.reverse': AsOf & { account: AccountId; ask: string };
  /** `writes`: of whom this person may write, without anybody's score. */
  /** The oldest first, a page at a time; `writes` comes with the first. */
  'points.asks': AsOf & { asks: WaitingAsk[]; writes: Writable[]; next?: string };
  'points.approve': AsOf & { account: AccountId; cause: Cause };
  'points.decline': AsOf & { account: AccountId };
  'points.recuse': AsOf & { account: AccountId };
  'points.rules': AsOf & { versions: VersionView[]; may: { draft: boolean; enable: boolean } };
  'points.draft': AsOf & { version: RuleVersion['_id'] };
  'points.dryRun': AsOf & { version: string; year: Year; rows: DryRunRow[]; was: number; would: number };
  'points.enable': AsOf & { version: string; from: MonthKey };
  /** `hash` of the list as recomputed; `kept` as it stands in the books. */
  'points.replay': AsOf & { year: Year; lines: ReplayLine[]; hash: string; kept: string; same: boolean };
}
