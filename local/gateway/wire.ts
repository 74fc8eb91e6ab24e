import { z } from 'zod';
import { PlatformError } from '../errors';

/** Fields every request of the SDK carries; the rest depends on the action. */
export const requestSchema = z.looseObject({ action: z.string() });
export type WireRequest = z.infer<typeof requestSchema>;

/** What an action answers; the gateway adds `requestId`. Errors are thrown as `PlatformError`. */
export type WireAnswer = Record<string, unknown>;

export function read<T>(request: WireRequest, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new PlatformError('INVALID_PARAM', `[InvalidParameter] ${issue.path.join('.')}: ${issue.message}`);
}
