import { CONSENT_VERSION } from '../../domain/household/consent';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import type { World } from './world';

export const consent: typeof CONSENT_VERSION = CONSENT_VERSION;

/** A code that opens the household. */
export async function invited(world: World, household = 'h3', worker = 'worker'): Promise<string> {
  return (await world.ok(worker, 'household.invite', { household })).code;
}

/** A phone that nobody knows has asked; what the worker needs to answer. */
export async function asking(world: World, phone: string, household = 'h3', worker = 'worker') {
  const code = await invited(world, household, worker);
  await world.ok(phone, 'household.ask', { code, name: `新${phone}`, consent });
  const ask = (await householdOf(world, household)).asks!.find((one) => one.openid === `openid-${phone}`)!;
  return { household, ask: ask.id, code };
}

/** A phone bound to a household. */
export async function bound(world: World, phone: string, household = 'h3', worker = 'worker') {
  const { ask } = await asking(world, phone, household, worker);
  await world.ok(worker, 'household.answer', { household, ask, yes: true });
}

export async function householdOf(world: World, id = 'h3'): Promise<Household> {
  return (await world.documents<Household>('households')).find((one) => one._id === id)!;
}

/** Whoever has this phone. */
export async function personOf(world: World, phone: string): Promise<Person | undefined> {
  return (await world.documents<Person>('people')).find((one) => one.openid === `openid-${phone}`);
}

export async function change(
  world: World,
  collection: string,
  id: string,
  set: object,
  unset: object = {},
): Promise<void> {
  await world.cloud.store.modify(collection, {
    filter: { _id: id },
    data: { $set: set, ...(Object.keys(unset).length ? { $unset: unset } : {}) },
    multi: false,
    merge: true,
    upsert: false,
  } as never);
}
