import { newSheet, record, sheetId, weekOf } from '../../domain/contact/sheet';
import { apply } from '../kit/aggregate';
import { serve } from '../kit/serve';

/** The worker's weekly contacts. A whole batch is one read and one write. */
export const main = serve('contact', {
  async save({ input, caller: { person }, command, at }) {
    const week = weekOf(input.week, at);
    const contacts = input.entries.map((entry) => ({ ...entry, at: entry.at ?? at }));
    const { answer } = await apply('sheets', {
      id: sheetId(person._id, week),
      command,
      fresh: () => newSheet(person, week),
      decide: (sheet) => record(sheet, person, contacts, at),
      answer: ({ due, reached, met }) => ({ week, due, reached, met, asOf: at }),
    });
    return answer;
  },
});
