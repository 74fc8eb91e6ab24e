import type { PostRole } from '../person/person';

/** Who evaluates: nobody else sees another's score; a chief belongs to no evaluation, an administrator neither. */
export const EVALUATORS = ['secretary', 'official', 'supervisor'] as const satisfies readonly PostRole[];
