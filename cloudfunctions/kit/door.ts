import tcb from '@cloudbase/node-sdk';

/** What the platform hands to a function beside the event. */
export type PlatformContext = Parameters<typeof tcb.parseContext>[0];

/** Event of CloudBase's HTTP access service. */
interface HttpEvent {
  httpMethod: string;
  headers?: Record<string, string | undefined>;
  body?: string | null;
  isBase64Encoded?: boolean;
}

/** Which door a call came through: the mini program, HTTP (H5), or a timer. */
export type Door =
  | { kind: 'platform'; openid: string; body: unknown }
  | { kind: 'http'; authorization: string | undefined; body: string }
  | { kind: 'timer'; trigger: string };

export type ClientDoor = Exclude<Door, { kind: 'timer' }>;

/**
 * Tells the doors apart. Only the platform can leave out both an openid and an HTTP method,
 * so a client cannot pass for a timer.
 */
export function doorOf(event: unknown, context: PlatformContext): Door {
  tcb.parseContext(context);
  const openid = tcb.getCloudbaseContext(context).WX_OPENID ?? '';
  if (isHttp(event)) {
    const raw = event.body ?? '';
    return {
      kind: 'http',
      authorization: event.headers?.authorization ?? event.headers?.Authorization,
      body: event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw,
    };
  }
  if (!openid && isTimer(event)) return { kind: 'timer', trigger: event.TriggerName };
  return { kind: 'platform', openid, body: event };
}

function isHttp(event: unknown): event is HttpEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { httpMethod, body } = event as Partial<Record<keyof HttpEvent, unknown>>;
  return typeof httpMethod === 'string' && (body === undefined || body === null || typeof body === 'string');
}

function isTimer(event: unknown): event is { TriggerName: string } {
  return (
    typeof event === 'object' &&
    event !== null &&
    'Type' in event &&
    event.Type === 'Timer' &&
    'TriggerName' in event
  );
}
