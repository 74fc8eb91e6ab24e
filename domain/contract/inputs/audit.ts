import * as z from 'zod';

export const AUDIT_INPUTS = { 'audit.health': z.strictObject({}) } as const;
