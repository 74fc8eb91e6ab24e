import type { AreaCode } from '../../area/area';
import type { Year } from '../../points/account';
import type { BottomLine, Recommendation, RollConsent, RollSubject } from '../../roll/roll';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface TopLineView {
  subject: string;
  name: string;
  areaPath: string;
  rank: number;
  score: number;
  honour?: string;
  recommendations: Recommendation[];
  consent?: RollConsent;
  /** Seen by everybody now. */
  shown: boolean;
  /** What keeps it from being shown. */
  waits: ('recommendation' | 'consent' | 'final' | 'expired' | 'withdrawn')[];
  may: ('recommend' | 'consent' | 'withdraw')[];
}

export interface BottomLineView extends BottomLine {
  may: ('sign-up' | 'complete' | 'repair')[];
}

export interface RollView extends AsOf {
  village: { code: AreaCode; path: string };
  year: Year;
  subjects: RollSubject;
  /** False: fewer were graded than a list needs, or nothing is final yet. */
  made: boolean;
  ranked: number;
  fewest: number;
  share: number;
  hash?: string;
  top: TopLineView[];
  bottom: BottomLineView[];
  /** The internal roll as the village organisation sees it; masked for everybody else. */
  internal?: { basis: string; until: Millis; names: string[] };
  /** Bases that hold now, for who may post. */
  bases: BasisView[];
  may: ('post' | 'export')[];
  consentVersion: string;
}

export interface PublicName {
  name: string;
  areaPath: string;
  honour: string;
  year: Year;
  until: Millis;
}

export interface BasisView {
  id: string;
  text: string;
  by: string;
  at: Millis;
  until: Millis;
  approvedBy?: string;
  holds: boolean;
}

export interface RollOutputs {
  'roll.open': RollView;
  'roll.public': AsOf & { village: { code: AreaCode; path: string }; names: PublicName[] };
  'roll.recommend': AsOf & { subject: string; recommendations: number };
  'roll.consent': AsOf & { shown: boolean };
  'roll.withdraw': AsOf & { shown: boolean };
  'roll.train': AsOf & { subject: string };
  'roll.basis': AsOf & { basis: string };
  'roll.allow': AsOf & { basis: string };
  'roll.end': AsOf & { basis: string };
  'roll.bases': AsOf & { bases: BasisView[]; may: ('basis' | 'allow' | 'end')[] };
  'roll.post': AsOf & { until: Millis };
  'roll.repair': AsOf & { subject: string };
  'roll.export': AsOf & { name: string; url: string; hash: string; count: number };
}
