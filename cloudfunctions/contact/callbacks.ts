import { drawn } from '../../domain/contact/lot';
import { rollupKey, sheetId } from '../../domain/contact/sheet';
import type { CallBack } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Household, Word } from '../../domain/household/household';
import { type WeekKey, weekAfter, weekKey } from '../../domain/time/period';
import { apply } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all, one } from '../kit/collections';
import type { Call } from '../kit/serve';
import { admitTo, liesIn, postsFor } from './scope';

/** Last week's contacts drawn by lot, for the chief to ask whether they were. Three reads. */
export async function callbacks({ caller: { person }, at }: Call<'contact.callbacks'>) {
  const week = weekAfter(weekKey(at), -1);
  const posts = postsFor('contact.callbacks', person);
  const keys = posts.map((post) => rollupKey(post.area, week));
  const sheets = await all('sheets', (some) => some.where({ rollup: _.in(keys) }).limit(1000));
  // One household may stand in two sheets: it is one lot.
  const contacts = new Map(
    sheets.flatMap((sheet) =>
      Object.entries(sheet.entries)
        .filter(([, entry]) => liesIn(posts, entry, sheet))
        .map(([household, entry]) => [household, { worker: sheet.worker, entry }] as const),
    ),
  );
  const ids = drawn([...contacts.keys()].sort(), week);
  const [households, workers] = await Promise.all([
    ids.length ? all('households', (some) => some.where({ _id: _.in(ids) }).limit(1000)) : [],
    sheets.length
      ? all('people', (some) => some.where({ _id: _.in(sheets.map((sheet) => sheet.worker)) }).limit(1000))
      : [],
  ]);
  const names = new Map(workers.map(({ _id, name }) => [_id, name]));
  const calls = households.flatMap((household): CallBack[] => {
    const contact = contacts.get(household._id);
    if (!contact) return [];
    const { channel, inPerson, at: when } = contact.entry;
    const word = household.words?.[week];
    return [
      {
        worker: { id: contact.worker, name: names.get(contact.worker) ?? '' },
        week,
        household: cardOf(household),
        contact: { at: when, channel, inPerson },
        ...(word ? { word } : {}),
      },
    ];
  });
  return { week, calls, asOf: at };
}

function cardOf({ _id, head, phone, address }: Household): CallBack['household'] {
  return { id: _id, head, ...(phone ? { phone } : {}), address };
}

/** What the household said on the telephone, kept with the household; what a resident said by themselves stands. */
export async function callBack({ input, caller: { person }, command, at }: Call<'contact.callBack'>) {
  const { worker, week, household, said, text } = input;
  const sheet = await one('sheets', sheetId(worker, week));
  if (!sheet?.entries[household]) throw new Refusal('NOT_FOUND', { path: 'household' });
  const by = { person: person._id, name: person.name, role: 'chief' as const };
  const word: Word = { said, at, by, ...(text ? { text } : {}) };
  const { answer } = await apply('households', {
    id: household,
    command,
    admit: admitTo(postsFor('contact.callBack', person)),
    decide: (before) => withWord(before, week, word),
    answer: () => ({ word, asOf: at }),
  });
  return answer;
}

function withWord(household: Household, week: WeekKey, word: Word): Household {
  if (household.words?.[week]?.by.role === 'resident') {
    throw new Refusal('NOT_NOW', {
      words: { zh: '这户已经自己回答过了', en: 'The household has answered by itself' },
    });
  }
  return { ...household, words: { ...household.words, [week]: word } };
}
