import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Call } from '../kit/serve';

export async function dryRun(_call: Call<'points.dryRun'>): Promise<Outputs['points.dryRun']> {
  throw new Refusal('UNAVAILABLE');
}

export async function replay(_call: Call<'points.replay'>): Promise<Outputs['points.replay']> {
  throw new Refusal('UNAVAILABLE');
}
