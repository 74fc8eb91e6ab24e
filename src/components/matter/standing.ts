import type { ProblemView } from '../../../domain/contract/views';
import { type Dictionary, deskWords, untilWords } from '../../i18n';

type Facts = Pick<ProblemView, 'status' | 'outcome' | 'deadline' | 'holder' | 'mine' | 'actions'>;

/** "您反映的道路问题，网格长张三正在办，11月28日前答复您": one sentence, to whoever reads it. */
export function standingWords(facts: Facts, category: string, now: number, words: Dictionary): string {
  const { deadline } = facts;
  const about = {
    category,
    who: deskWords(facts.holder, words),
    until: deadline ? untilWords(deadline.at, now, words) : '',
  };
  return (facts.mine ? mineWords : othersWords)(facts, words)(about);
}

function mineWords({ status, outcome, deadline }: Facts, { problem: { mine } }: Dictionary) {
  switch (status) {
    case 'reported':
      return deadline?.kind === 'supervise' ? mine.supervised : mine.reported;
    case 'accepted':
      return deadline?.kind === 'supervise' ? mine.supervised : mine.accepted;
    case 'finished':
      return mine.finished;
    case 'closed':
      return outcome === 'solved' ? mine.solved : mine.unanswered;
    case 'withdrawn':
    case 'suspended':
    case 'refused':
    case 'merged':
      return mine[status];
  }
}

function othersWords({ status, outcome, deadline, actions }: Facts, { problem: { others } }: Dictionary) {
  switch (status) {
    case 'reported':
      if (actions.includes('accept')) return others.yours;
      return deadline?.kind === 'supervise' ? others.supervised : others.reported;
    case 'accepted':
      if (actions.includes('finish')) return others.yoursOn;
      return deadline?.kind === 'supervise' ? others.supervised : others.accepted;
    case 'finished':
      return others.finished;
    case 'closed':
      return outcome === 'solved' ? others.solved : others.unanswered;
    case 'withdrawn':
    case 'suspended':
    case 'refused':
    case 'merged':
      return others[status];
  }
}
