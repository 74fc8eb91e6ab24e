import type { InputOf } from '../../../domain/contract/actions';
import type { PartyChoice } from '../../../domain/contract/views';
import type { Category } from '../../../domain/problem/category';
import type { LocalFile } from '../../services/device';
import type { useSend } from '../../state';
import type { Act } from './acts';

/** What was filled in; each act takes what it needs. */
export interface Saying {
  text: string;
  photos: LocalFile[];
  /** 0: not given. */
  stars: number;
  parties: PartyChoice['party'][];
  /** ms; 0: not chosen. */
  until: number;
  where: string;
  /** Id of another problem. */
  other: string;
  category?: Category;
}

export const NOTHING: Saying = {
  text: '',
  photos: [],
  stars: 0,
  parties: [],
  until: 0,
  where: '',
  other: '',
};

const perhaps = (problem: string, { text }: Saying) => ({
  problem,
  ...(text.trim() ? { text: text.trim() } : {}),
});
const said = (problem: string, { text }: Saying) => ({ problem, text: text.trim() });
const dated = (problem: string, saying: Saying) => ({ ...said(problem, saying), until: saying.until });
const shown = ({ photos }: Saying) => (photos.length > 0 ? { photos: photos.map(({ path }) => path) } : {});
const pictured = (problem: string, saying: Saying) => ({ ...said(problem, saying), ...shown(saying) });
/** The form does not let go before somebody is chosen; an empty choice would be refused by its path. */
const party = ({ parties }: Saying) => parties[0] ?? { person: '' };

/** Every act's input from what was filled in. */
const INPUT: { [A in Act]: (problem: string, saying: Saying) => InputOf<`problem.${A}`> } = {
  grant: perhaps,
  deny: said,
  confirm: (problem, saying) => ({
    ...perhaps(problem, saying),
    ...(saying.stars > 0 ? { stars: saying.stars } : {}),
  }),
  reopen: said,
  rate: (problem, saying) => ({ ...perhaps(problem, saying), stars: saying.stars }),
  accept: perhaps,
  resume: perhaps,
  finish: pictured,
  verify: (problem, saying) => ({ ...perhaps(problem, saying), ...shown(saying) }),
  redo: pictured,
  uphold: perhaps,
  overturn: said,
  escalate: said,
  supervise: perhaps,
  progress: pictured,
  assign: (problem, saying) => ({ ...perhaps(problem, saying), party: party(saying) }),
  whistle: (problem, saying) => ({ ...perhaps(problem, saying), parties: saying.parties }),
  extend: dated,
  suspend: dated,
  transfer: (problem, saying) => ({ ...said(problem, saying), party: party(saying) }),
  return: said,
  merge: (problem, saying) => ({ ...perhaps(problem, saying), other: saying.other }),
  split: (problem, saying) => ({
    ...said(problem, saying),
    ...(saying.category ? { category: saying.category } : {}),
  }),
  comment: said,
  refuse: (problem, saying) => ({ ...said(problem, saying), where: saying.where.trim() }),
  withdraw: perhaps,
};

/** Sends one act; its photos go before it. @throws CloudError */
export function give<A extends Act>(
  send: ReturnType<typeof useSend>,
  act: A,
  problem: string,
  saying: Saying,
): Promise<unknown> {
  return send(`problem.${act}`, INPUT[act](problem, saying), { files: saying.photos });
}
