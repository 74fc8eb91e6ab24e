import type { PointsEntry } from '../../../domain/points/entry';
import { dayWords, weekNumber } from '../../i18n';
import type { PointsWords } from '../../i18n/points';
import { cloud } from '../../services/cloud';

/** What no rule gives has a word of its own. */
export function unknownWords(rule: string, { points }: PointsWords): string {
  return points.detail.unknown[rule] ?? rule;
}

/** In one line: when and what. */
export function entryWords({ evidence, at, text, measure }: PointsEntry, words: PointsWords): string {
  const week = evidence.kind === 'sheet' ? /W\d\d$/.exec(evidence.id)?.[0] : undefined;
  const when = week ? words.home.week(weekNumber(evidence.id.slice(-8))) : dayWords(at, cloud.now(), words);
  const what = text ?? (measure ? `${measure.n}/${measure.of}` : words.points.evidence[evidence.kind]);
  return `${when} · ${what}`;
}
