import type { Area, AreaCode } from '../../area/area';
import type { Household } from '../../household/household';
import type { Fault } from '../../registry/fault';
import type { Tally } from '../../registry/plan';
import type { Kind } from '../../registry/sheets';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

type AreaLine = Pick<Area, '_id' | 'level' | 'name' | 'path' | 'parent' | 'households'>;

/** What a dry run found. */
export interface ImportCheck extends AsOf {
  tallies: Record<Kind, Tally>;
  /** New ties between workers and households. */
  links: number;
  /** The first of them, in the order of the file. */
  faults: Fault[];
  /** All of them. */
  count: number;
}

/** Documents written so far, of all that differ. */
export interface ImportProgress extends AsOf {
  state: 'applying' | 'done';
  done: number;
  of: number;
}

export interface WorkerName {
  id: string;
  name: string;
}

/** To choose from: two workers may have one name. */
export interface WorkerChoice extends WorkerName {
  grid: string;
}

/** A household as the registry lists it. */
export interface HouseholdLine {
  id: string;
  area: AreaCode;
  head: string;
  members: number;
  phone?: string;
  address: string;
  winter?: string;
  ended?: NonNullable<Household['ended']>['why'];
  worker?: WorkerName;
  /** Stands in for the worker, who is on leave. */
  cover?: WorkerName;
}

/** What should be looked at; nothing of it is enforced. */
export interface LimitsView extends AsOf {
  /** Workers with fewer than 10 or more than 15 households. */
  workers: { id: string; name: string; areaPath: string; households: number }[];
  /** Grids without a chief. */
  chiefless: { code: AreaCode; path: string }[];
  /** Households without a worker. */
  workerless: { id: string; head: string; address: string; area: AreaCode }[];
  /** Where to go on. */
  next?: string;
}

export interface RegistryOutputs {
  'registry.areas': { areas: AreaLine[] };
  'registry.template': { name: string; base64: string };
  'registry.upload': AsOf & { parts: number; of: number };
  'registry.check': ImportCheck;
  'registry.apply': ImportProgress;
  'registry.export': AsOf & { name: string; url: string; count: number };
  'registry.households': AsOf & { households: HouseholdLine[]; workers: WorkerChoice[]; next?: string };
  'registry.limits': LimitsView;
  'registry.handOver': AsOf & { households: number };
  'registry.leave': AsOf & { covered: number };
  'registry.move': AsOf & { area: AreaCode };
  'registry.end': AsOf & { endedAt: Millis };
  'registry.merge': AsOf & { endedAt: Millis };
}
