import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../config/functions';

/** The functions under test: the very bundles that would be deployed. */
export const FUNCTIONS = join(__dirname, '..', '.cache', 'test-functions');
/** The same without their timers, for tests that move the clock far and start timers themselves. */
export const STILL_FUNCTIONS = `${FUNCTIONS}-still`;

/** Before any test: build the functions once. */
export default async function setup(): Promise<void> {
  await buildFunctions({ out: FUNCTIONS });
  cpSync(FUNCTIONS, STILL_FUNCTIONS, { recursive: true });
  for (const entry of readdirSync(STILL_FUNCTIONS, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(STILL_FUNCTIONS, entry.name, 'config.json');
    const { triggers: _, ...config } = JSON.parse(readFileSync(path, 'utf8')) as { triggers?: unknown };
    writeFileSync(path, JSON.stringify(config));
  }
}
