import { randomBytes } from 'node:crypto';
import { tiesTo } from '../../domain/access/relation';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { CODE_LENGTH, codeFrom, invite as open } from '../../domain/household/invite';
import { apply } from '../kit/aggregate';
import type { Call } from '../kit/serve';
import { codePicture } from '../kit/wx';

/** Where a scanned code leads; the code is its scene. */
const PAGE = 'pages/bind/index';

/** A code to show or tell; without WeChat's picture the letters are enough. */
export async function invite({
  input,
  caller: { person },
  command,
  at,
}: Call<'household.invite'>): Promise<Outputs['household.invite']> {
  const { household: id } = input;
  if (!mayTouch('household.invite', tiesTo(id, person, at)))
    throw new Refusal('NOT_YOURS', { path: 'household' });
  const { answer } = await apply('households', {
    id,
    command,
    // Drawn anew at each try: a code that somebody else has is a lost race.
    decide: (household) => {
      if (household.ended) throw new Refusal('NOT_NOW', { path: 'household' });
      return open(household, codeFrom(randomBytes(CODE_LENGTH)), person._id, at);
    },
    answer: ({ invite: given }) => ({ code: given?.code ?? '', until: given?.until ?? at, asOf: at }),
  });
  const qr = await codePicture(PAGE, answer.code);
  return { ...answer, ...(qr ? { qr } : {}) };
}
