import type { Health } from '../../health/health';
import type { AsOf } from './as-of';

export interface AuditOutputs {
  'audit.health': Health & AsOf;
}
