import type { Activities, Channel } from '../../contact/channel';
import type { Word } from '../../household/household';
import type { Year } from '../../points/account';
import type { WeekKey } from '../../time/period';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';
import type { HouseholdCard } from './contact';
import type { ProblemCard } from './problem';

/** A contact as it stands in a household's history, whoever made it. */
export interface ContactLine {
  week: WeekKey;
  at: Millis;
  channel: Channel;
  inPerson: boolean;
  by: { name: string; mine: boolean };
  note?: string;
  voice?: { url: string; seconds: number };
  activities?: Activities;
  photos: string[];
  /** What the household said of it. */
  word?: Word;
}

export interface HouseholdView extends HouseholdCard, AsOf {
  contacts: ContactLine[];
  open: ProblemCard[];
  bound: { name: string; since?: Millis }[];
  waiting: { id: string; name: string; at: Millis }[];
  invite?: Invite;
  /** For its chief, in the survey's weeks, while nobody of it uses the app; whether it was asked, never what it said. */
  survey?: { year: Year; worker: string; asked: boolean };
}

export interface Invite {
  code: string;
  until: Millis;
  /** Mini program code to scan, PNG as a data URL; absent when WeChat did not give one. */
  qr?: string;
}

/** How a wish to be bound stands; asking again with the same code tells it anew. */
export interface AskView extends AsOf {
  /** Masked until the worker says yes: `苏*`. */
  head: string;
  /** Who answers; empty when nobody looks after the household at the moment. */
  worker: string;
  /** Absent while it waits. */
  answer?: { yes: boolean; at: Millis };
}

export interface HouseholdOutputs {
  'household.view': HouseholdView;
  'household.invite': Invite & AsOf;
  'household.ask': AskView;
  'household.answer': AsOf & { bound: boolean };
  'household.leave': AsOf & { left: true };
  'household.vouch': AsOf & { word: Word };
  'household.callMe': AsOf & { askedAt: Millis };
}
