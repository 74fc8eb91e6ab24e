import { type Audience, owe } from '../notice/notice';
import { DAY, type Millis, shanghai } from '../time/shanghai';
import type { Household } from './household';

/**
 * A wish to be called lapses when the homes no longer look back far enough to know whether it was answered;
 * by then the household stands among the blind spots.
 */
const CALL_LIFE: Millis = 7 * 7 * DAY;

/** The wish to be called while no contact has answered it. @param lastAt when the last contact was */
export function standingCall(
  { callAsked }: Pick<Household, 'callAsked'>,
  lastAt: Millis | null,
  at: Millis,
): Household['callAsked'] {
  if (!callAsked || callAsked.at <= at - CALL_LIFE) return undefined;
  return lastAt !== null && lastAt > callAsked.at ? undefined : callAsked;
}

/** Asks the worker to call. Twice is once while it stands; a phone rings for it once a day at most. */
export function callMe(
  household: Household,
  asked: NonNullable<Household['callAsked']>,
  { lastAt, to, areaPath }: { lastAt: Millis | null; to: Audience; areaPath: string },
): Household {
  const { at, by, text } = asked;
  if (standingCall(household, lastAt, at)) return household;
  return owe(
    { ...household, callAsked: asked },
    {
      // The day in the key is the limit: the inbox takes a key once.
      key: `${household._id}.${shanghai(at).format('YYYY-MM-DD')}.call-asked`,
      kind: 'call-asked',
      to,
      about: { kind: 'household', id: household._id },
      urgent: false,
      at,
      facts: { name: by.name, areaPath, ...(text ? { text } : {}) },
    },
  );
}
