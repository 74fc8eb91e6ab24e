import { serve } from '../kit/serve';
import { choices, choose, consent } from './book';
import { inbox, read } from './inbox';
import { load, unreachable } from './watch';

/** What people are told: the inbox, what they agreed to receive, and who cannot be reached. */
export const main = serve('notice', { inbox, read, consent, choose, choices, unreachable, load });
