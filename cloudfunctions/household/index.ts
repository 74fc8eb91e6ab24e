import { Refusal } from '../../domain/error/refusal';
import { serve } from '../kit/serve';

const soon = async (): Promise<never> => {
  throw new Refusal('UNAVAILABLE');
};

export const main = serve('household', {
  view: soon,
  invite: soon,
  ask: soon,
  answer: soon,
  leave: soon,
  vouch: soon,
  callMe: soon,
});
