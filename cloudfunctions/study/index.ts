import { serve } from '../kit/serve';
import { add } from './add';
import { calendar } from './calendar';
import { decide } from './decide';
import { hold } from './hold';
import { open } from './open';

/** 专题研究会: what waits at a level is studied once in every period, and every decision reaches its matter. */
export const main = serve('study', { open, add, decide, hold, calendar });
