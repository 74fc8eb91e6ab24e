import * as z from 'zod';
import { areaCode } from '../fields';

export const REGISTRY_INPUTS = {
  'registry.areas': z.strictObject({ under: areaCode.optional() }),
} as const;
