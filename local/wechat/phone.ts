import type { Message } from '../events';
import type { Sqlite } from '../store/sqlite';

/** What is on people's phones: the messages that arrived, and how many more each person has agreed to receive. */
export interface Phones {
  /** The person tapped "allow" that many times. Returns what is left. */
  consent(openid: string, template: string, times: number): number;
  left(openid: string, template: string): number;
  /** Uses up one consent; false when there is none. */
  spend(openid: string, template: string): boolean;
  deliver(message: Message): void;
  /** Newest first. */
  messages(openid: string | undefined, limit: number): Message[];
  consents(): { openid: string; template: string; left: number }[];
  clear(): void;
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS cloud_consents (openid TEXT, template TEXT, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cloud_messages (seq INTEGER PRIMARY KEY, openid TEXT NOT NULL, message TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS cloud_messages_openid ON cloud_messages (openid, seq);
`;

export function openPhones(sqlite: Sqlite): Phones {
  sqlite.write(() => sqlite.exec(SCHEMA));

  function left(openid: string, template: string): number {
    const row = sqlite
      .statement('SELECT remaining FROM cloud_consents WHERE openid = ? AND template = ?')
      .get(openid, template) as [number] | undefined;
    return row?.[0] ?? 0;
  }

  function setLeft(openid: string, template: string, count: number): void {
    sqlite.write(() =>
      sqlite.statement('INSERT OR REPLACE INTO cloud_consents VALUES (?, ?, ?)').run(openid, template, count),
    );
  }

  return {
    left,
    consent(openid, template, times) {
      const count = left(openid, template) + times;
      setLeft(openid, template, count);
      return count;
    },
    spend(openid, template) {
      const count = left(openid, template);
      if (count > 0) setLeft(openid, template, count - 1);
      return count > 0;
    },
    deliver(message) {
      sqlite.write(() =>
        sqlite
          .statement('INSERT INTO cloud_messages (openid, message) VALUES (?, ?)')
          .run(message.openid, JSON.stringify(message)),
      );
    },
    messages(openid, limit) {
      const rows = openid
        ? sqlite
            .statement('SELECT message FROM cloud_messages WHERE openid = ? ORDER BY seq DESC LIMIT ?')
            .all(openid, limit)
        : sqlite.statement('SELECT message FROM cloud_messages ORDER BY seq DESC LIMIT ?').all(limit);
      return (rows as [string][]).map(([text]) => JSON.parse(text) as Message);
    },
    consents: () =>
      (
        sqlite.statement('SELECT openid, template, remaining FROM cloud_consents').all() as [
          string,
          string,
          number,
        ][]
      ).map(([openid, template, remaining]) => ({ openid, template, left: remaining })),
    clear: () => sqlite.write(() => sqlite.exec('DELETE FROM cloud_consents; DELETE FROM cloud_messages;')),
  };
}
