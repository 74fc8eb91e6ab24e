import * as z from 'zod';
import { ROLES } from '../../person/person';

const nothing = z.strictObject({});

/** Signing in, the first screen, uploads. */
export const APP_INPUTS = {
  'session.mint': nothing,
  'home.open': z.strictObject({ as: z.enum(ROLES).optional() }),
  'media.put': z.strictObject({
    kind: z.enum(['photo', 'voice']),
    type: z.enum([
      'image/jpeg',
      'image/png',
      'image/webp',
      'audio/mpeg',
      'audio/webm',
      'audio/mp4',
      'audio/ogg',
    ]),
    base64: z.base64().min(4).max(900_000),
  }),
} as const;
