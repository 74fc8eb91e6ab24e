import { buildPages, pagesDir, type Target } from '../../config/pages';

/** The built pages, built now if they are not of these sources. @returns their directory */
export async function ensureBuild(target: Target): Promise<string> {
  await buildPages(target);
  return pagesDir(target);
}
