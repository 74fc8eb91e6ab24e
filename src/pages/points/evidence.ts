import type { Role } from '../../../domain/person/person';
import type { PointsEntry } from '../../../domain/points/entry';
import { openAbout, openCoverage } from '../../routes';

const SEE_COVERAGE: readonly Role[] = ['secretary', 'official', 'supervisor'];

/** Opens what the entry can be looked up in, where there is a page of it for this reader. */
export function openerOf(
  { evidence: { kind, id } }: PointsEntry,
  roles: readonly Role[],
): (() => void) | undefined {
  switch (kind) {
    case 'problem':
    case 'deed':
      return () => openAbout({ kind, id });
    case 'session':
      return () => openAbout({ kind: 'study', id });
    case 'sheet': {
      const week = /\d{4}-W\d\d$/.exec(id)?.[0];
      if (!week || !roles.some((role) => SEE_COVERAGE.includes(role))) return undefined;
      return () => openCoverage({ week });
    }
    default:
      return undefined;
  }
}
