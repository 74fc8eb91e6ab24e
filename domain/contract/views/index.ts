import type { AppOutputs } from './app';
import type { AuditOutputs } from './audit';
import type { ContactOutputs } from './contact';
import type { HouseholdOutputs } from './household';
import type { NoticeOutputs } from './notice';
import type { ProblemOutputs } from './problem';
import type { RegistryOutputs } from './registry';

export type * from './app';
export type * from './as-of';
export type * from './audit';
export type * from './contact';
export type * from './household';
export type * from './notice';
export type * from './problem';
export type * from './registry';

/** What each action answers. */
export type Outputs = AppOutputs &
  AuditOutputs &
  ContactOutputs &
  HouseholdOutputs &
  NoticeOutputs &
  ProblemOutputs &
  RegistryOutputs;
