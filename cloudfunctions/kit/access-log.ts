import { randomUUID } from 'node:crypto';
import type { Person } from '../../domain/person/person';
import type { Access } from '../../domain/registry/access';
import { insert } from './aggregate';

/** Every look at somebody else's data is written down, one write a call. */
export async function logAccess(person: Person, access: Omit<Access, '_id' | 'by'>): Promise<void> {
  await insert('accesses', { _id: randomUUID(), by: { person: person._id, name: person.name }, ...access });
}
