import { newSheet, record, sheetId, weekOf } from '../../domain/contact/sheet';
import { Refusal } from '../../domain/error/refusal';
import { apply } from '../kit/aggregate';
import { ownFiles } from '../kit/files';
import { serve } from '../kit/serve';

const soon = async (): Promise<never> => {
  throw new Refusal('UNAVAILABLE');
};

/** The worker's weekly contacts. A whole batch is one read and one write. */
export const main = serve('contact', {
  async save({ input, caller: { person }, command, at }) {
    const { entries } = input;
    entries.forEach((entry, index) => {
      ownFiles(entry.photos, person, `entries.${index}.photos`);
    });
    const week = weekOf(input.week, entries[0]?.at ?? at);
    const { answer } = await apply('sheets', {
      id: sheetId(person._id, week),
      command,
      fresh: () => newSheet(person, week),
      decide: (sheet) => record(sheet, person, entries, at),
      answer: ({ due, reached, met }) => ({ week, due, reached, met, asOf: at }),
    });
    return answer;
  },
  reviews: soon,
  review: soon,
  coverage: soon,
  blind: soon,
  help: soon,
  callbacks: soon,
  callBack: soon,
});
