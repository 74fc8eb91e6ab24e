import { Refusal } from '../../domain/error/refusal';
import { rolesOf } from '../../domain/person/person';
import { mint } from '../kit/bearer';
import { serve } from '../kit/serve';

/**
 * Mints the bearer that H5 carries. Only who comes through WeChat gets one: a bearer cannot prolong itself.
 * A phone that nobody has registered gets one too; it says an openid, and that is enough to ask to be bound.
 */
export const main = serve('session', {
  async mint({ caller: { person, openid, via }, at }) {
    if (via !== 'platform') throw new Refusal('UNAUTHENTICATED');
    const me = person && { id: person._id, name: person.name, roles: rolesOf(person) };
    return { ...mint(openid, at), ...(me ? { me } : {}) };
  },
});
