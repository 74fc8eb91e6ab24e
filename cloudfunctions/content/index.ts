import { doorOf, type PlatformContext } from '../kit/door';
import { serveTimer } from '../kit/timer';
import { lookAtDue } from './look';
import { hear, isVerdict } from './verdict';

const byTimer = serveTimer(40, lookAtDue);

/**
 * Looks at what was reported, apart from the report itself, which neither waits for it nor is lost by it. By the timer:
 * words are judged and media handed in. By WeChat's message push: a verdict on media.
 */
export async function main(event: unknown, context: PlatformContext): Promise<unknown> {
  const door = doorOf(event, context);
  // Only the platform's own push has neither a person nor an HTTP method.
  if (door.kind === 'platform' && door.openid === '' && isVerdict(door.body)) return hear(door.body);
  return byTimer(event, context);
}
