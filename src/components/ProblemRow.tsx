import { View } from '@tarojs/components';
import type { ProblemCard } from '../../domain/contract/views';
import { CATEGORIES } from '../../domain/problem/category';
import { deskWords, leftWords, untilWords, useSaid, useWords } from '../i18n';
import { spoken } from './a11y';
import { Glyph } from './Glyph';
import { Tag, type Tone } from './Tag';
import './ProblemRow.scss';

interface Props {
  problem: ProblemCard;
  /** Server ms. */
  now: number;
  onOpen(id: string): void;
  /** On a desk the time left counts more than the name of the state. */
  desk?: boolean;
  /** Reported by the reader. */
  mine?: boolean;
  /** It is being read beside the list. */
  chosen?: boolean;
}

const STATUS_TONE: Record<ProblemCard['status'], Tone> = {
  reported: 'due',
  accepted: 'active',
  finished: 'due',
  closed: 'done',
  withdrawn: 'plain',
  suspended: 'plain',
  refused: 'plain',
  merged: 'plain',
};

const SOON_MS = 24 * 3_600_000;

/** A problem as one line of a list: what, how it stands, who has it until when. */
export function ProblemRow({ problem, now, onOpen, desk = false, mine = false, chosen = false }: Props) {
  const words = useWords();
  const said = useSaid();
  const { category, deadline, status } = problem;
  const standing = {
    category: said(CATEGORIES[category]),
    who: deskWords(problem.holder, words),
    until: deadline ? untilWords(deadline.at, now, words) : '',
  };
  return (
    <View
      id={`problem-${problem.id}`}
      className={`y-problem${chosen ? ' y-problem--chosen' : ''}`}
      hoverClass="y-pressed"
      onClick={() => onOpen(problem.id)}
      {...spoken('button')}
    >
      <Glyph category={category} />
      <View className="y-problem__text">
        <View className="y-problem__head">
          <View className="y-problem__name">{standing.category}</View>
          {problem.urgent && <Tag tone="danger">{words.problem.urgent}</Tag>}
          {desk && deadline ? (
            <Tag tone={urgency(deadline.at - now)}>{leftWords(deadline.at, now, words)}</Tag>
          ) : (
            <Tag tone={STATUS_TONE[status]}>{words.problem.status[status]}</Tag>
          )}
        </View>
        <View className="y-problem__summary">{problem.summary || words.problem.voiceOnly}</View>
        <View className="y-problem__foot">
          {desk
            ? problem.area.path
            : words.problem.row[mine && status === 'finished' ? 'toConfirm' : status](standing)}
        </View>
      </View>
    </View>
  );
}

function urgency(left: number): Tone {
  if (left <= 0) return 'danger';
  return left < SOON_MS ? 'due' : 'plain';
}
