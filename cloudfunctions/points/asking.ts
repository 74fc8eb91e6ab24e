import { KEPT_FOR, replay } from '../../domain/command/applied';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { type AccountId, bookId, type Year } from '../../domain/points/account';
import { type Asking, openAsk } from '../../domain/points/ask';
import { askAward, isAskable } from '../../domain/points/award';
import type { PointsBook } from '../../domain/points/book';
import { askReverse } from '../../domain/points/reverse';
import type { RuleVersion } from '../../domain/points/rule';
import { isKin, mustHaveSecond, seconds, withDesks } from '../../domain/points/second';
import { tellAsked, tellLoss } from '../../domain/points/tell';
import { ruleNamed } from '../../domain/points/version';
import { type Millis, shanghai } from '../../domain/time/shanghai';
import { apply, type CommandStamp } from '../kit/aggregate';
import { bookOf } from '../kit/book';
import { one } from '../kit/collections';
import { derivedId } from '../kit/derived';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { signersOf } from '../kit/signers';
import { mustSign } from './sign';

/** An entry by hand, for the running year or the one before. */
export async function award({ input, caller: { person }, command, at }: Call<'points.award'>) {
  const { account, year = await runningYear(input.account, command), ...words } = input;
  ownFiles(words.photos, person, 'photos');
  if (!isAskable(year, at)) throw new Refusal('BAD_INPUT', { path: 'year' });
  return ask('points.award', { account, year, person, command }, (book, versions, asking) =>
    askAward(book, versions, words, asking),
  );
}

/** That an entry be taken back, of whatever year. */
export function reverse({ input, caller: { person }, command }: Call<'points.reverse'>) {
  const { account, year, cause, ...words } = input;
  return ask('points.reverse', { account, year, person, command }, (book, _versions, asking) =>
    askReverse(book, cause, words, asking),
  );
}

interface About {
  account: string;
  year: Year;
  person: Person;
  command: CommandStamp;
}

/** Writes an ask into the book and tells whoever can give the second signature. Four reads, one write. */
async function ask(
  action: 'points.award' | 'points.reverse',
  { account, year, person, command }: About,
  decide: (book: PointsBook, versions: readonly RuleVersion[], asking: Asking) => PointsBook,
): Promise<Outputs['points.award']> {
  const [book, versions] = await Promise.all([bookOf(account, year, command.at), ruleVersions()]);
  mustSign(action, book, person);
  const { party, people, owners } = (await signersOf([book]))(book);
  if (isKin(party.household, person)) throw new Refusal('NOT_YOURS', { path: 'account', words: KIN });
  const { at } = command;
  const asking = { id: derivedId('a', person, command), by: { person: person._id, name: person.name }, at };
  const { state, answer, replayed } = await apply('books', {
    id: book._id,
    command,
    ...(book.rev > 0 ? { known: book } : {}),
    fresh: () => book,
    decide: (before) => {
      const after = decide(before, versions, asking);
      const asked = openAsk(after, asking.id);
      const others = seconds(party, asked, people, at);
      mustHaveSecond(others, 'account');
      const rule = ruleNamed(versions, asked);
      const told = tellLoss(tellAsked(after, asked, others, rule, at), asked, owners, rule, at);
      return withDesks(told, party, people, at);
    },
    answer: () => ({ account, ask: asking.id, asOf: at }),
  });
  if (!replayed) await deliverSoon('books', state);
  return answer;
}

const KIN = { zh: '一户人的积分，请别人来写', en: 'Somebody else has to write for your own household' };

/** A command that last year's book took in before midnight of New Year's Eve, and a phone repeats, stays there. */
async function runningYear(account: AccountId, { id, print, at }: CommandStamp): Promise<Year> {
  const running = yearAt(at);
  const before = yearAt(at - KEPT_FOR);
  if (before === running) return running;
  const last = await one('books', bookId(account, before));
  return last && replay(last.applied, id, print) ? before : running;
}

function yearAt(at: Millis): Year {
  return shanghai(at).format('YYYY');
}
