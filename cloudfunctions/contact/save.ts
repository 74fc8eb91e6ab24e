import { record } from '../../domain/contact/record';
import { newSheet, sheetId, weekOf } from '../../domain/contact/sheet';
import type { Person } from '../../domain/person/person';
import { apply } from '../kit/aggregate';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import type { Call } from '../kit/serve';

/** The worker's contacts of a week, and whom they could not reach. A whole batch is one read and one write. */
export async function save({ input, caller: { person }, command, at }: Call<'contact.save'>) {
  const { entries, misses = [] } = input;
  ownUploads(entries, person);
  const week = weekOf(input.week, entries[0]?.at ?? misses[0]?.at ?? at);
  const { answer, state, replayed } = await apply('sheets', {
    id: sheetId(person._id, week),
    command,
    fresh: () => newSheet(person, week),
    decide: (sheet) => record(sheet, person, entries, at, misses),
    answer: ({ due, reached, met }) => ({ week, due, reached, met, asOf: at }),
  });
  if (!replayed) await deliverSoon('sheets', state);
  return answer;
}

function ownUploads(entries: Call<'contact.save'>['input']['entries'], person: Person): void {
  entries.forEach(({ photos, voice }, index) => {
    ownFiles(photos, person, `entries.${index}.photos`);
    ownFiles(voice && [voice.file], person, `entries.${index}.voice`);
  });
}
