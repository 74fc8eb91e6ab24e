import type { Cron } from './cron';

export interface Trigger {
  function: string;
  name: string;
  cron: Cron;
}

export interface Firing {
  trigger: Trigger;
  at: number;
}

/** Enough for three months of a timer that fires every five minutes, with room for a few slower ones. */
export const MAX_FIRINGS = 20_000;

/**
 * All firings after each trigger's last one, up to and including `until`, in order of time; triggers that fire at the
 * same second keep the order of their declaration. When there would be more than `max`, the most frequent triggers are
 * thinned out evenly, their last firing kept, and the number left out is told.
 */
export function planFirings(
  triggers: Trigger[],
  lastOf: (trigger: Trigger) => number,
  until: number,
  max = MAX_FIRINGS,
): { firings: Firing[]; left: number } {
  const series = triggers.map((trigger) => {
    const times: number[] = [];
    for (
      let at = trigger.cron.next(lastOf(trigger));
      at !== undefined && at <= until;
      at = trigger.cron.next(at)
    )
      times.push(at);
    return { trigger, times };
  });
  const before = count(series);
  for (let total = before; total > max; total = count(series)) {
    const longest = series.reduce((a, b) => (b.times.length > a.times.length ? b : a));
    longest.times = longest.times.filter((_, n, all) => (all.length - 1 - n) % 2 === 0);
  }
  const firings = series.flatMap(({ trigger, times }) => times.map((at) => ({ trigger, at })));
  firings.sort((a, b) => a.at - b.at);
  return { firings, left: before - firings.length };
}

function count(series: { times: number[] }[]): number {
  return series.reduce((sum, { times }) => sum + times.length, 0);
}
