import { type AreaCode, areaAt, levelOf } from '../../domain/area/area';
import type { BasisView, Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person, PostRole } from '../../domain/person/person';
import { approved, ended, entered, holds } from '../../domain/roll/basis';
import type { RollBasis } from '../../domain/roll/roll';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { all } from '../kit/collections';
import { derivedId } from '../kit/derived';
import type { Call } from '../kit/serve';

/** Who is of the banner itself: a basis is nobody else's to enter, approve or end. */
function isOfBanner(person: Person, roles: readonly PostRole[], area?: AreaCode): boolean {
  return person.posts.some(
    (post) =>
      roles.includes(post.role) &&
      levelOf(post.area) === 'banner' &&
      (area === undefined || post.area === area),
  );
}

function mustBeOfBanner(person: Person, roles: readonly PostRole[], area?: AreaCode): void {
  if (!isOfBanner(person, roles, area)) throw new Refusal('NOT_YOURS', { path: 'basis' });
}

export async function basis({
  input,
  caller: { person },
  command,
  at,
}: Call<'roll.basis'>): Promise<Outputs['roll.basis']> {
  mustBeOfBanner(person, ['admin']);
  const area = areaAt(person.posts.find(({ role }) => role === 'admin')?.area ?? person.area, 'banner');
  const id = derivedId('b', person, command);
  const { answer } = await apply('bases', {
    id,
    command,
    fresh: () => entered(id, { area, ...input }, { person: person._id, name: person.name }, at),
    decide: (one) => one,
    answer: () => ({ basis: id, asOf: at }),
  });
  return answer;
}

export function allow({ input, caller: { person }, command, at }: Call<'roll.allow'>) {
  return change(input.basis, { person, command, at }, ['official'], (one, by) => approved(one, by, at));
}

export function end({ input, caller: { person }, command, at }: Call<'roll.end'>) {
  return change(input.basis, { person, command, at }, ['official', 'admin'], (one, by) =>
    ended(one, input.text, by, at),
  );
}

async function change(
  id: string,
  { person, command, at }: Pick<Call<'roll.allow'>, 'command' | 'at'> & { person: Person },
  roles: readonly PostRole[],
  decide: (basis: RollBasis, by: { person: string; name: string }) => RollBasis,
): Promise<Outputs['roll.allow']> {
  const { answer } = await apply('bases', {
    id,
    command,
    admit: ({ area }) => mustBeOfBanner(person, roles, area),
    decide: (one: RollBasis) => decide(one, { person: person._id, name: person.name }),
    answer: () => ({ basis: id, asOf: at }),
  });
  return answer;
}

/** Those of the caller's banner, newest first. */
export async function bases({ caller: { person }, at }: Call<'roll.bases'>): Promise<Outputs['roll.bases']> {
  const found = await basesOf(areaAt(person.posts[0]?.area ?? person.area, 'banner'));
  return {
    bases: found.sort((a, b) => b.at - a.at).map((one) => basisView(one, person, at)),
    may: isOfBanner(person, ['admin']) ? ['basis'] : [],
    asOf: at,
  };
}

/** One read. */
export function basesOf(banner: AreaCode): Promise<RollBasis[]> {
  return all('bases', (some) => some.where({ area: banner }).limit(100));
}

export function basisView(one: RollBasis, person: Person, at: Millis): BasisView {
  const { _id, area, text, by, at: enteredAt, until, approvedBy, ended: end } = one;
  const alive = end === undefined && at < until;
  const mayAllow =
    alive && approvedBy === undefined && by.person !== person._id && isOfBanner(person, ['official'], area);
  return {
    id: _id,
    text,
    by: by.name,
    at: enteredAt,
    until,
    ...(approvedBy ? { approvedBy: approvedBy.name } : {}),
    ...(end ? { ended: { at: end.at, by: end.by.name, text: end.text } } : {}),
    holds: holds(one, at),
    may: [
      ...(mayAllow ? (['allow'] as const) : []),
      ...(alive && isOfBanner(person, ['official', 'admin'], area) ? (['end'] as const) : []),
    ],
  };
}
