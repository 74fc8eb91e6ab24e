import type { Area } from '../../domain/area/area';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Summary } from '../../domain/contact/summary';
import type { Deed } from '../../domain/deed/deed';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import type { Heartbeat } from '../../domain/health/health';
import type { Household } from '../../domain/household/household';
import type { Notice } from '../../domain/notice/notice';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import type { Settling } from '../../domain/points/due';
import type { Good } from '../../domain/points/order';
import type { RuleVersion } from '../../domain/points/rule';
import type { Problem } from '../../domain/problem/problem';
import type { Access } from '../../domain/registry/access';
import type { Import } from '../../domain/registry/import';
import type { Roll, RollBasis } from '../../domain/roll/roll';
import type { StudySession } from '../../domain/study/session';
import { db } from './cloud';

/** Wrong invite codes of one phone in one hour. */
export interface Attempts {
  _id: string;
  wrong: number;
  at: number;
}

/** How far a timer's round has come, so that the next firing goes on there. */
export interface Round {
  _id: string;
  at: number;
  /** The last item that was worked on, in the order of their keys. */
  after: string;
  /** Items before it that failed: the next firing tries them first. */
  failed: string[];
  /** When all were done. */
  done?: number;
}

export interface Documents {
  areas: Area;
  people: Person;
  households: Household;
  sheets: ContactSheet;
  summaries: Summary;
  rounds: Round;
  settlings: Settling;
  problems: Problem;
  sessions: StudySession;
  deeds: Deed;
  books: PointsBook;
  rules: RuleVersion;
  goods: Good;
  evaluations: Evaluation;
  rolls: Roll;
  bases: RollBasis;
  notices: Notice;
  imports: Import;
  accesses: Access;
  heartbeats: Heartbeat;
  attempts: Attempts;
}

export type CollectionName = keyof Documents;

export function collection(name: CollectionName) {
  return db.collection(name);
}

type Query = ReturnType<typeof collection>;

/** Runs a prepared query. The SDK types answers as `any`; this is where they get their shape. */
export async function all<N extends CollectionName>(
  name: N,
  prepare: (query: Query) => { get(): Promise<{ data: unknown }> },
): Promise<Documents[N][]> {
  const { data } = await prepare(collection(name)).get();
  return data as Documents[N][];
}

export async function one<N extends CollectionName>(name: N, id: string): Promise<Documents[N] | null> {
  const { data } = await collection(name).doc(id).get();
  return (data as Documents[N][])[0] ?? null;
}
