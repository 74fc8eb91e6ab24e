import type { Area } from '../area/area';
import { maskName } from '../person/name';
import type { Consent, Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { BindAsk, Household } from './household';

/** What the worker's yes makes of an ask: who it is, where they live, what they agreed to. */
export interface Residence {
  asked: Pick<BindAsk, 'openid' | 'name' | 'consent' | 'at'>;
  household: Pick<Household, '_id' | 'area'>;
  areaPath: Area['path'];
}

/** Somebody whom the registry did not know. */
export function newResident(id: string, residence: Residence): Person {
  const { asked } = residence;
  return {
    _id: id,
    name: asked.name,
    openid: asked.openid,
    posts: [],
    desks: [],
    consents: [consentOf(residence)],
    ...homeOf(residence),
  };
}

/** Where a resident lives, as it stands in the person's document. */
export function homeOf({ household, areaPath }: Residence) {
  return { household: household._id, area: household.area, areaPath };
}

export function consentOf({ asked }: Residence): Consent {
  return { purpose: 'contact-and-problems', version: asked.consent, at: asked.at };
}

/**
 * The person after the consent was taken back: no household; without a post no phone, no WeChat id, nothing of the
 * phone's messages, and only a masked name. The document stays, because matters point to it and because it proves consent and withdrawal.
 */
export function released(person: Person, command: string, at: Millis): Person {
  const { household: _, ...rest } = person;
  const consents = (person.consents ?? []).map((consent) =>
    consent.withdrawnAt === undefined ? { ...consent, withdrawnAt: at, withdrawnBy: command } : consent,
  );
  // Bound before consents were kept: the withdrawal is what there is to keep.
  const kept = consents.length > 0 ? consents : [withdrawal(command, at)];
  const [post] = person.posts;
  if (post) return { ...rest, consents: kept, area: post.area, areaPath: post.areaPath };
  const { openid: _o, phone: _p, photo: _f, push: _u, ...nameless } = rest;
  return { ...nameless, name: maskName(person.name), consents: kept };
}

function withdrawal(command: string, at: Millis): Consent {
  return { purpose: 'contact-and-problems', version: '', at, withdrawnAt: at, withdrawnBy: command };
}

/** Whether this command has taken a consent back before. */
export function hasLeft({ consents = [] }: Pick<Person, 'consents'>, command: string): boolean {
  return consents.some((consent) => consent.withdrawnBy === command);
}
