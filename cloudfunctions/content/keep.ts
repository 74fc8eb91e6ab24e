import type { ContentCheck } from '../../domain/problem/content';
import type { Problem } from '../../domain/problem/problem';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';

/** False when somebody changed the problem meanwhile; the next look decides again. */
export async function keep({ _id, rev }: Problem, content: ContentCheck): Promise<boolean> {
  const { updated } = await collection('problems')
    .where({ _id, rev })
    .update({ content: _.set(content), rev: _.inc(1) });
  return updated === 1;
}
