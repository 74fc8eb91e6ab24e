import type { Events } from '../events';
import type { Handler } from '../http/server';

/** Server-sent events: `clock`, `message`, `call`, each with its JSON. A comment every 15 s keeps the line open. */
export function eventsDoor(events: Events): Handler {
  return (req, res) => {
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    res.write('retry: 1000\n\n');
    const unsubscribe = events.subscribe((event) =>
      res.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    );
    const beat = setInterval(() => res.write(': beat\n\n'), 15_000);
    req.on('close', () => {
      clearInterval(beat);
      unsubscribe();
    });
  };
}
