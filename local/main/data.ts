import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET = 'session.secret';
/** What a run leaves behind; `--fresh` removes exactly this, whatever folder it is pointed at. */
const OWN = ['cloud.sqlite', 'cloud.sqlite-wal', 'cloud.sqlite-shm', 'files', SECRET];

/** The folder of one scale, writable. @throws Error in words for a person */
export function openDataDir(root: string, scale: string, fresh: boolean): string {
  const dir = join(root, scale);
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    if (fresh) for (const name of OWN) rmSync(join(dir, name), { recursive: true, force: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the data folder ${dir} cannot be written to (${reason}). Choose another with --data.`);
  }
  return dir;
}

/** Kept with the data, so that sessions survive a restart; made here, never in the source. */
export function sessionSecret(dir: string): string {
  const file = join(dir, SECRET);
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
