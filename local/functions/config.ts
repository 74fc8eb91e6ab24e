import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `config.json` beside the bundle, in the shape that CloudBase's tools deploy. */
const configSchema = z.object({
  /** Seconds, 1 to 900. */
  timeout: z.number().min(1).max(900).default(20),
  /** MB. */
  memorySize: z.number().min(64).max(3072).default(256),
  triggers: z
    .array(z.object({ name: z.string().min(1), type: z.literal('timer'), config: z.string().min(1) }))
    .default([]),
  envVariables: z.record(z.string(), z.string()).default({}),
  /** Runs at once at most; the platform's default. */
  concurrency: z.number().int().min(1).max(1000).default(20),
});
export type FunctionConfig = z.infer<typeof configSchema>;

export interface CloudFunction {
  name: string;
  /** The bundle, CommonJS, `exports.main(event, context)`. */
  file: string;
  config: FunctionConfig;
}

/** One folder per function, with `index.js` and, optionally, `config.json`. */
export function readFunctions(dir: string | undefined): Map<string, CloudFunction> {
  const found = new Map<string, CloudFunction>();
  if (!dir || !existsSync(dir)) return found;
  for (const name of readdirSync(dir).sort()) {
    const file = join(dir, name, 'index.js');
    if (existsSync(file)) found.set(name, { name, file, config: readConfig(join(dir, name, 'config.json')) });
  }
  return found;
}

function readConfig(file: string): FunctionConfig {
  const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
