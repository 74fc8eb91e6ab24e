import type { Area } from '../../domain/area/area';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Household } from '../../domain/household/household';
import type { Notice } from '../../domain/notice/notice';
import type { Person } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import type { Access } from '../../domain/registry/access';
import type { Import } from '../../domain/registry/import';
import { db } from './cloud';

/** What the auditor last saw; silence is an alarm. */
export interface Heartbeat {
  _id: string;
  at: number;
  counts: Record<string, number>;
}

export interface Documents {
  areas: Area;
  people: Person;
  households: Household;
  sheets: ContactSheet;
  problems: Problem;
  notices: Notice;
  imports: Import;
  accesses: Access;
  heartbeats: Heartbeat;
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
