import type { PointsEntry } from '../../../domain/points/entry';
import { openAbout, openProblem, openStudy } from '../../routes';

/** Opens what the entry can be looked up in, where there is a page for it. */
export function openerOf({ evidence: { kind, id } }: PointsEntry): (() => void) | undefined {
  switch (kind) {
    case 'problem':
      return () => openProblem(id);
    case 'deed':
      return () => openAbout({ kind: 'deed', id });
    case 'session':
      return () => openStudy(id.split('_')[0] ?? id);
    default:
      return undefined;
  }
}
