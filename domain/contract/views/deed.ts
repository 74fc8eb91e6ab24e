import type { AreaCode } from '../../area/area';
import type { Benefit, DeedEntry, DeedList, DeedStatus } from '../../deed/deed';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface DeedCard {
  id: string;
  list: DeedList;
  area: { code: AreaCode; path: string };
  promise: string;
  /** Masked for the public. */
  responsible: { name: string; unit?: string };
  dueAt: Millis;
  status: DeedStatus;
  late: boolean;
  benefit?: Benefit;
  source: 'own' | 'problem' | 'session';
  createdAt: Millis;
  endedAt?: Millis;
}

export interface DeedView extends DeedCard, AsOf {
  /** The public sees what was promised and what came of it, neither names nor photos. */
  masked: boolean;
  timeline: (Omit<DeedEntry, 'by' | 'photos'> & { by?: string; photos?: string[] })[];
  actions: ('progress' | 'done' | 'drop')[];
}

export interface DeedCount {
  done: number;
  total: number;
}

export type DeedTotals = Record<DeedList, DeedCount>;

export interface DeedOutputs {
  'deed.list': AsOf & { deeds: DeedCard[]; next?: Millis };
  'deed.totals': AsOf & {
    year: string;
    area: { code: AreaCode; name: string };
    all: DeedTotals;
    /** The area's own list, then one row for each area one level below. */
    rows: { area: { code: AreaCode; name: string }; totals: DeedTotals }[];
    /** Lists this reader may add to, with the area they count in. */
    adds: { list: DeedList; area: { code: AreaCode; path: string } }[];
  };
  'deed.view': DeedView;
  'deed.promise': AsOf & { deed: string };
  'deed.progress': AsOf & { deed: string; status: DeedStatus };
  'deed.done': AsOf & { deed: string; status: DeedStatus };
  'deed.drop': AsOf & { deed: string; status: DeedStatus };
}
