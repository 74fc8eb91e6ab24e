import type { PostRole } from '../person/person';

/** Who evaluates: nobody else sees another's score. */
export const EVALUATORS = ['secretary', 'official', 'supervisor'] as const satisfies readonly PostRole[];
