import { tiesToDeed } from '../../domain/access/duty';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { doneDeed, dropDeed, progressDeed } from '../../domain/deed/decide';
import type { Benefit, Deed } from '../../domain/deed/deed';
import { Refusal } from '../../domain/error/refusal';
import type { Millis } from '../../domain/time/shanghai';
import { apply, type CommandStamp } from '../kit/aggregate';
import type { Caller } from '../kit/caller';
import { ownFiles } from '../kit/files';

interface DeedCall {
  input: {
    deed: string;
    text: string;
    photos?: string[] | undefined;
    benefit?: Benefit | undefined;
  };
  caller: Caller;
  command: CommandStamp;
  at: Millis;
}

const DECIDE = { progress: progressDeed, done: doneDeed, drop: dropDeed } as const;

/** What happens to a promise: by the desk that answers for it, by whoever made it, or by whoever is to do it. */
export async function command(
  name: keyof typeof DECIDE,
  { input, caller: { person }, command: stamp, at }: DeedCall,
): Promise<Outputs['deed.progress']> {
  const { deed: id, ...said } = input;
  ownFiles(said.photos, person, 'photos');
  const by = { person: person._id, name: person.name };
  const { answer } = await apply('deeds', {
    id,
    command: stamp,
    decide: (deed: Deed) => {
      if (!mayTouch(`deed.${name}`, tiesToDeed(deed, person)))
        throw new Refusal('NOT_YOURS', { path: 'deed' });
      return DECIDE[name](deed, said, by, at);
    },
    answer: ({ status }) => ({ deed: id, status, asOf: at }),
  });
  return answer;
}
