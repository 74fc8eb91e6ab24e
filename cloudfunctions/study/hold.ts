import type { StudyAnswer } from '../../domain/contract/views';
import { agendaOf } from '../../domain/study/agenda';
import { hold as holdSession } from '../../domain/study/decide';
import type { Attendee } from '../../domain/study/session';
import { apply } from '../kit/aggregate';
import { landSoon } from '../kit/landing';
import type { Call } from '../kit/serve';
import { answerOf } from './answer';
import { freshSession, placeOf } from './place';
import { waitingAt } from './waiting';

/** Attendance, minutes, and an end: every item is decided or carried on by name. */
export async function hold({ input, caller, command, at }: Call<'study.hold'>): Promise<StudyAnswer> {
  const { person } = caller;
  const place = placeOf('study.hold', input, person, at);
  const { state, answer } = await apply('sessions', {
    id: place.id,
    command,
    fresh: () => freshSession(place),
    decide: async (session) => {
      const agenda = agendaOf(session, await waitingAt(place.area, place.level));
      const { heldAt, minutes, carry } = input;
      const holding = { heldAt, minutes, carry, attendance: input.attendance.map(attendee) };
      return holdSession(session, agenda, holding, { person: person._id, name: person.name }, at);
    },
    answer: (session) => answerOf(session, at),
  });
  await landSoon(state);
  return answer;
}

function attendee({ name, person }: { name: string; person?: string | undefined }): Attendee {
  return { name, ...(person ? { person } : {}) };
}
