import { createHash } from 'node:crypto';
import { consentOf, homeOf, newResident, type Residence } from '../../domain/household/residence';
import type { Person } from '../../domain/person/person';
import { insert } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all, collection, one } from '../kit/collections';

/** Whoever has this phone, or the id that its resident will have. */
export interface Resident {
  id: string;
  person?: Person;
}

export async function residentOf(openid: string): Promise<Resident> {
  const [person] = await all('people', (people) => people.where({ openid }).limit(1));
  return person ? { id: person._id, person } : { id: residentId(openid) };
}

/** Derived from WeChat's id: bound twice is bound once, and who comes back finds the own matters again. */
function residentId(openid: string): string {
  return `r${createHash('sha256').update(openid).digest('hex').slice(0, 20)}`;
}

/**
 * Writes the residence into the person, once. One phone has one person (unique index) and a person has one household,
 * guarded here, so that one phone is never bound to two.
 * @returns false when the person lives in another household by now
 */
export async function bind({ id, person }: Resident, residence: Residence): Promise<boolean> {
  if (!person && (await insert('people', newResident(id, residence)))) return true;
  const { openid, name } = residence.asked;
  const { updated } = await collection('people')
    .where({ _id: id, household: _.exists(false) })
    .update({
      ...homeOf(residence),
      openid,
      // Who has a post is known by the name of the registry.
      ...(person ? {} : { name }),
      consents: _.push([consentOf(residence)]),
    });
  if (updated === 1) return true;
  return (await one('people', id))?.household === residence.household._id;
}
