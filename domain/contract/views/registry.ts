import type { Area } from '../../area/area';

export interface RegistryOutputs {
  'registry.areas': { areas: Pick<Area, '_id' | 'level' | 'name' | 'path' | 'parent' | 'households'>[] };
}
