import type { AppOutputs } from './app';
import type { AuditOutputs } from './audit';
import type { ContactOutputs } from './contact';
import type { DeedOutputs } from './deed';
import type { EvaluationOutputs } from './evaluation';
import type { HouseholdOutputs } from './household';
import type { IndicatorOutputs } from './indicator';
import type { NoticeOutputs } from './notice';
import type { PointsOutputs } from './points';
import type { ProblemOutputs } from './problem';
import type { RegistryOutputs } from './registry';
import type { RollOutputs } from './roll';
import type { ShopOutputs } from './shop';
import type { StudyOutputs } from './study';

export type * from './app';
export type * from './as-of';
export type * from './audit';
export type * from './contact';
export type * from './deed';
export type * from './evaluation';
export type * from './household';
export type * from './indicator';
export type * from './notice';
export type * from './points';
export type * from './problem';
export type * from './registry';
export type * from './roll';
export type * from './shop';
export type * from './study';

/** What each action answers. */
export type Outputs = AppOutputs &
  AuditOutputs &
  ContactOutputs &
  DeedOutputs &
  EvaluationOutputs &
  HouseholdOutputs &
  IndicatorOutputs &
  NoticeOutputs &
  PointsOutputs &
  ProblemOutputs &
  RegistryOutputs &
  RollOutputs &
  ShopOutputs &
  StudyOutputs;
