import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { bookId, type Year } from '../../domain/points/account';
import * as decide from '../../domain/points/answer';
import { type EntryAsk, openAsk } from '../../domain/points/ask';
import type { PointsBook } from '../../domain/points/book';
import type { Signatory } from '../../domain/points/entry';
import type { RuleVersion } from '../../domain/points/rule';
import { type Bar, barOf, seconds, withDesks } from '../../domain/points/second';
import { tellAnswered, tellAsked } from '../../domain/points/tell';
import { ruleNamed } from '../../domain/points/version';
import { apply, type CommandStamp } from '../kit/aggregate';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { type Signers, signersOf } from '../kit/signers';
import { mustSign } from './sign';

/** The second person agrees; the entry is booked. */
export function approve(call: Call<'points.approve'>): Promise<Outputs['points.approve']> {
  const id = call.input.ask;
  return answer('points.approve', call, {
    act: (before, { by, at, versions, signers }) =>
      told(decide.approve(before, versions, id, by, at), id, signers, versions, at),
    // Not the total: a chief may agree to an entry and knows nobody's score.
    say: ({ account }, ask) => ({ account, cause: decide.causeOfAsk(ask), asOf: call.at }),
  });
}

/** The second person does not, or who asked thinks better of it; nothing is booked, and who asked hears why. */
export function decline(call: Call<'points.decline'>): Promise<Outputs['points.decline']> {
  const { ask: id, text } = call.input;
  return answer('points.decline', call, {
    act: (before, { by, at, versions, signers }) =>
      told(decide.decline(before, id, text, by, at), id, signers, versions, at),
    say: ({ account }) => ({ account, asOf: call.at }),
  });
}

/** Steps back; if nobody is left at this level, the next one hears of it; if nobody is left at all, who asked does. */
export function recuse(call: Call<'points.recuse'>): Promise<Outputs['points.recuse']> {
  const { ask: id, text } = call.input;
  return answer('points.recuse', call, {
    act: (before, { by, at, versions, signers }) => {
      const after = decide.recuse(before, id, text, by, at);
      if (after === before) return before;
      const ask = openAsk(after, id);
      const others = seconds(signers.party, ask, signers.people, at);
      return others.length === 0
        ? told(decide.unanswerable(after, id, at), id, signers, versions, at)
        : tellAsked(after, ask, others, ruleNamed(versions, ask), at);
    },
    say: ({ account }) => ({ account, asOf: call.at }),
  });
}

type Signing = 'points.approve' | 'points.decline' | 'points.recuse';

interface Known {
  by: Signatory;
  at: number;
  versions: readonly RuleVersion[];
  signers: Signers;
}

interface AnswerCall {
  input: { account: string; year: Year; ask: string };
  caller: { person: Person };
  command: CommandStamp;
  at: number;
}

interface Answering<A> {
  act: (book: PointsBook, known: Known) => PointsBook;
  say: (book: PointsBook, ask: EntryAsk) => A;
}

/** Four reads, one write. */
async function answer<A>(
  action: Signing,
  { input, caller: { person }, command, at }: AnswerCall,
  { act, say }: Answering<A>,
): Promise<A> {
  const id = bookId(input.account, input.year);
  const [known, versions] = await Promise.all([one('books', id), ruleVersions()]);
  if (!known) throw new Refusal('NOT_FOUND', { path: 'ask' });
  mustSign(action, known, person);
  const signers = (await signersOf([known]))(known);
  const by = { person: person._id, name: person.name };
  const applied = await apply('books', {
    id,
    command,
    known,
    decide: (before) => {
      const bar = barOf(signers.party, openAsk(before, input.ask), person);
      if (bar && !isOpenTo(bar, action)) throw barred(bar);
      const after = act(before, { by, at, versions, signers });
      return after === before ? before : withDesks(after, signers.party, signers.people, at);
    },
    answer: (after) => say(after, askOf(after, input.ask)),
  });
  if (!applied.replayed) await deliverSoon('books', applied.state);
  return applied.answer;
}

/** Stepping back is for everybody, also for whoever is barred anyway; taking back what one has asked, for its author. */
function isOpenTo(bar: Bar, action: Signing): boolean {
  return action === 'points.recuse' || (action === 'points.decline' && bar === 'author');
}

function askOf({ asks }: PointsBook, id: string): EntryAsk {
  const ask = asks.find((one) => one.id === id);
  if (!ask) throw new Refusal('NOT_FOUND', { path: 'ask' });
  return ask;
}

function told(
  book: PointsBook,
  id: string,
  { owners }: Signers,
  versions: readonly RuleVersion[],
  at: number,
): PointsBook {
  const ask = askOf(book, id);
  return tellAnswered(book, ask, owners, ruleNamed(versions, ask), at);
}

const WHY = {
  own: { zh: '自己的积分，要别人来同意', en: 'Somebody else has to agree to your own points' },
  author: { zh: '您写的，要第二个人来同意', en: 'You wrote it: a second person has to agree' },
  household: { zh: '一户人的积分，要别人来同意', en: 'Somebody else has to agree for your own household' },
  recused: { zh: '您已经回避，要别人来同意', en: 'You stepped back: somebody else has to agree' },
} as const;

function barred(bar: Bar): Refusal {
  return new Refusal('NOT_YOURS', { path: 'ask', words: WHY[bar] });
}
