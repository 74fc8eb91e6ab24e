import type { OutputOf } from '../../../domain/contract/actions';
import type { WaitingAsk } from '../../../domain/contract/views';

interface HeadingWords {
  heading(count: number): string;
  oldest(count: number): string;
}

export function askKey({ account, year, ask }: WaitingAsk): string {
  return `${account} ${year} ${ask.id}`;
}

/** What was read and has not been answered since: no page is read again for one answer. */
export function asksLeft(
  answers: readonly Pick<OutputOf<'points.asks'>, 'asks'>[],
  answered: readonly string[],
): WaitingAsk[] {
  return answers.flatMap(({ asks }) => asks).filter((ask) => !answered.includes(askKey(ask)));
}

/** While there is more below it counts what is shown, whoever may answer it; else what waits for this reader. */
export function deskHeading(
  asks: readonly Pick<WaitingAsk, 'barred'>[],
  more: boolean,
  words: HeadingWords,
): string | undefined {
  if (more && asks.length === 0) return undefined;
  return more ? words.oldest(asks.length) : words.heading(asks.filter(({ barred }) => !barred).length);
}
