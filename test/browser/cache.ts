import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
/** Unpacked browser and fonts; ignored by git, safe to delete. */
export const CACHE = path.join(ROOT, '.cache');
