import type { Leave, Link, Person } from '../person/person';
import type { Year } from '../points/account';
import type { Scheme } from '../points/rule';
import type { Span } from '../time/period';
import { atShanghai, type Millis } from '../time/shanghai';
import type { Exemption } from './evaluation';

/** Months of the year in which somebody looked after households; not rounded, standing in not counted. */
export interface Service {
  held: number;
  /** Without the time on leave: what points can be expected for. */
  months: number;
}

interface Stretch {
  from: Millis;
  to?: Millis;
}

/** How long a worker served in a year, as the registry's dated links and leaves say. @param since only from then on */
export function serviceOf(
  { links = [], leaves = [] }: Pick<Person, 'links' | 'leaves'>,
  year: Year,
  since = Number.NEGATIVE_INFINITY,
): Service {
  const whole = spanOfYear(year);
  const month = (whole.to - whole.from) / 12;
  const span = { from: Math.max(whole.from, since), to: whole.to };
  const own = links.filter(({ cover }) => !cover);
  const held = united<Link>(own, span);
  const away = united<Leave>(leaves, span);
  const served = length(held) - held.reduce((sum, one) => sum + length(united(away, one)), 0);
  return { held: length(held) / month, months: served / month };
}

/** What the registry says by itself: too short in the post, or too long on leave, to be graded. */
export function exemptionOf({ held, months }: Service, { monthsToGrade }: Scheme): Exemption | undefined {
  if (held < monthsToGrade) return { why: 'newcomer' };
  return months < monthsToGrade ? { why: 'leave' } : undefined;
}

/** The households that these workers looked after in the year; whoever only stood in is not counted. */
export function householdsIn(workers: readonly Pick<Person, 'links'>[], year: Year): Set<string> {
  const { from, to } = spanOfYear(year);
  const held = workers.flatMap(({ links = [] }) =>
    links.filter((link) => !link.cover && link.from < to && (link.to ?? to) > from),
  );
  return new Set(held.map(({ household }) => household));
}

/** From inclusive, to exclusive. */
export function spanOfYear(year: Year): Span {
  return { from: atShanghai(`${year}-01-01`), to: atShanghai(`${Number(year) + 1}-01-01`) };
}

/** The stretches inside a span, overlapping ones as one, in their order. */
function united<S extends Stretch>(stretches: readonly S[], span: Span): Span[] {
  const inside = stretches
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to ?? span.to, span.to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const whole: Span[] = [];
  for (const one of inside) {
    const last = whole.at(-1);
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else whole.push(one);
  }
  return whole;
}

function length(stretches: readonly Span[]): Millis {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}
