import type { RefusalBody } from '../../../domain/error/refusal';
import { CloudError, unavailable } from './error';
import { hearServerTime } from './time';

type Envelope = { ok: true; data: unknown } | { ok: false; error: RefusalBody };

/**
 * Opens the envelope that both doors answer with.
 * @throws CloudError the refusal inside, or `UNAVAILABLE` when it is no envelope at all (a gateway's error page)
 */
export function openAnswer(body: unknown): unknown {
  if (!isEnvelope(body)) throw unavailable();
  if (!body.ok) throw new CloudError(body.error.code, body.error.message, body.error.path);
  hearServerTime(body.data);
  return body.data;
}

function isEnvelope(body: unknown): body is Envelope {
  if (typeof body !== 'object' || body === null || !('ok' in body)) return false;
  if (body.ok === true) return 'data' in body;
  return 'error' in body && typeof body.error === 'object' && body.error !== null && 'message' in body.error;
}
