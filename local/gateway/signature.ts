import type { IncomingMessage } from 'node:http';
import { PlatformError } from '../errors';
import { CREDENTIALS } from '../functions/context';

/**
 * The SDK signs every request (TC3-HMAC-SHA256). This cloud knows one dummy key pair and has nothing to protect from
 * its own machine, so it checks that a request was made by an SDK with that pair, not the signature itself.
 */
export function checkSignature(req: IncomingMessage): void {
  const authorization = req.headers.authorization ?? '';
  if (!authorization || !req.headers['x-timestamp']) {
    throw new PlatformError(
      'SIGN_PARAM_INVALID',
      '[SIGN_PARAM_INVALID] missing Authorization or X-Timestamp: use @cloudbase/node-sdk',
    );
  }
  const id = /Credential=([^/]+)\//.exec(authorization)?.[1];
  if (id !== CREDENTIALS.secretId) {
    throw new PlatformError(
      'SIGN_PARAM_INVALID',
      `[SIGN_PARAM_INVALID] unknown secretId: the embedded cloud knows ${CREDENTIALS.secretId} only`,
    );
  }
}
