import type { Outputs } from '../../domain/contract/views';
import { request as requested } from '../../domain/points/request';
import { versionAt } from '../../domain/points/version';
import { monthKey } from '../../domain/time/period';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { keep } from './books';
import { derivedId } from './derived';
import { mustLiveHere, signed, whose } from './whose';

/** "We did this": asks for points by a rule; the village's yes books them. */
export async function request({
  input: { household: named, rule, text, photos = [] },
  caller: { person },
  command,
  at,
}: Call<'shop.request'>): Promise<Outputs['shop.request']> {
  const { household } = await whose('shop.request', named, person, at);
  mustLiveHere(household);
  ownFiles(photos, person, 'photos');
  const version = versionAt(await ruleVersions(), monthKey(at));
  const asked = { id: derivedId('q', person, command), rule, text, photos, by: signed(person) };
  const { state, answer, replayed } = await keep(household, {
    command,
    decide: (book) => requested(book, version, asked, at),
    answer: () => ({ household: household._id, ask: asked.id, asOf: at }),
  });
  if (!replayed) await deliverSoon('books', state);
  return answer;
}
