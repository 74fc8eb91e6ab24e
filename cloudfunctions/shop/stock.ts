import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { listed, newGood } from '../../domain/points/good';
import { apply } from '../kit/aggregate';
import { derivedId } from '../kit/derived';
import { ownFiles } from '../kit/files';
import type { Call } from '../kit/serve';
import { shelvesOf } from './place';

/** The secretary puts a good on the shelf, changes it, brings more, or takes it off the list. */
export async function stock({
  input: { good: named, ...listing },
  caller: { person },
  command,
  at,
}: Call<'shop.stock'>): Promise<Outputs['shop.stock']> {
  const shelves = shelvesOf(person);
  const [village] = shelves;
  if (village === undefined) throw new Refusal('NOT_YOURS');
  if (listing.photo !== undefined) ownFiles([listing.photo], person, 'photo');
  const id = named ?? derivedId('g', person, command);
  const { answer } = await apply('goods', {
    id,
    command,
    ...(named === undefined ? { fresh: () => newGood(id, village) } : {}),
    admit: ({ area }) => {
      if (!shelves.includes(area)) throw new Refusal('NOT_FOUND', { path: 'good' });
    },
    decide: (good) => listed(good, listing, at),
    answer: (good) => ({ good: id, stock: good.stock, asOf: at }),
  });
  return answer;
}
