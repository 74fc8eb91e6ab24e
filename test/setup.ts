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
  withoutTimers(FUNCTIONS, STILL_FUNCTIONS);
}

/** A copy of built functions that only start when they are called. */
export function withoutTimers(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const entry of readdirSync(to, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(to, entry.name, 'config.json');
    const { triggers: _, ...config } = JSON.parse(readFileSync(path, 'utf8')) as { triggers?: unknown };
    writeFileSync(path, JSON.stringify(config));
  }
}
