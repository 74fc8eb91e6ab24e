import { serve } from '../kit/serve';
import { answer } from './answer';
import { ask } from './ask';
import { invite } from './invite';
import { leave } from './leave';
import { view } from './view';
import { callMe, vouch } from './voice';

/** A household: who looks after it, who is bound to it, and what it says itself. */
export const main = serve('household', { view, invite, ask, answer, leave, vouch, callMe });
