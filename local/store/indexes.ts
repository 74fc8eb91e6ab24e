import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const declaration = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9_]{1,64}$/),
  keys: z
    .array(z.string().regex(/^-?[^$\s"]+$/))
    .min(1)
    .max(8),
  unique: z.boolean().optional(),
  sparse: z.boolean().optional(),
});
const declarations = z.record(z.string(), z.array(declaration));

export type IndexDeclaration = z.infer<typeof declaration>;
export type IndexDeclarations = z.infer<typeof declarations>;

export interface IndexShape {
  name: string;
  fields: { path: string; parts: string[]; descending: boolean }[];
  unique: boolean;
  sparse: boolean;
}

/**
 * Indexes are declared once, for here and for deployment: `{ "<collection>": [{ "name", "keys": ["area", "-nextAt"], "unique"?, "sparse"? }] }`.
 * A collection that is named exists, also with an empty list. Keys that begin with `_` (such as `_comment`) are skipped.
 */
export function readDeclarations(file: string | undefined): IndexDeclarations {
  if (!file || !existsSync(file)) return {};
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = Object.entries(raw as Record<string, unknown>).filter(([name]) => !/^[_$]/.test(name));
  const parsed = declarations.safeParse(Object.fromEntries(entries));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

export function shapeOf(index: IndexDeclaration): IndexShape {
  const fields = index.keys.map((key) => {
    const descending = key.startsWith('-');
    const path = descending ? key.slice(1) : key;
    return { path, parts: path.split('.'), descending };
  });
  return { name: index.name, fields, unique: index.unique ?? false, sparse: index.sparse ?? false };
}
