import type { Standing } from '../../domain/contact/need';
import type { HouseholdCard } from '../../domain/contract/views';
import { standingCall } from '../../domain/household/call';
import type { Household } from '../../domain/household/household';
import type { Millis } from '../../domain/time/shanghai';

/** Enough to know what it is about; the household's page has the rest. */
const CALL_TEXT = 60;

type Told = Pick<Household, '_id' | 'head' | 'members' | 'address' | 'winter' | 'phone' | 'callAsked'>;

/** A household as a line on a worker's screen. */
export function householdCard(
  household: Told,
  standing: Standing,
  counts: Pick<HouseholdCard, 'problems' | 'asks'>,
  at: Millis,
): HouseholdCard {
  const { _id, head, members, address, winter, phone } = household;
  const call = standingCall(household, standing.lastAt, at);
  return {
    id: _id,
    head,
    members,
    address,
    ...(winter ? { winter } : {}),
    ...(phone ? { phone } : {}),
    standing,
    ...(call ? { callAsked: callOf(call) } : {}),
    ...counts,
  };
}

function callOf({ at, by, text }: NonNullable<Household['callAsked']>) {
  return { at, name: by.name, ...(text ? { text: [...text].slice(0, CALL_TEXT).join('') } : {}) };
}
