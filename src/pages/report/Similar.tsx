import { View } from '@tarojs/components';
import type { SimilarProblem } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import { Button, Card } from '../../components';
import { dayWords, deskWords, useSaid, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';

interface Props {
  problems: SimilarProblem[];
  /** Absent for who speaks for somebody: only who has the problem joins. */
  onJoin: ((problem: string) => Promise<void>) | undefined;
}

/** Somebody may have said it already; one tap goes along with them. */
export function Similar({ problems, onJoin }: Props) {
  const words = useWords().report;
  if (problems.length === 0) return null;
  return (
    <Card id="similar" title={words.similar}>
      <View className="report__hint">{words.similarHint}</View>
      {problems.map((problem) => (
        <One key={problem.id} problem={problem} onJoin={onJoin} />
      ))}
    </Card>
  );
}

function One({ problem, onJoin }: { problem: SimilarProblem } & Pick<Props, 'onJoin'>) {
  const words = useWords();
  const said = useSaid();
  const { id, summary, hasVoice, place, metres, gridName, category, createdAt } = problem;
  const where = [place ?? gridName, metres === undefined ? '' : words.report.away(metres)].filter(Boolean);
  return (
    <View className="report__like">
      <View className="report__like-words">
        {summary || (hasVoice ? words.problem.voiceOnly : words.report.untold(said(CATEGORIES[category])))}
      </View>
      <View className="report__hint">
        {[...where, dayWords(createdAt, cloud.now(), words)].join(' · ')}
        {' · '}
        {words.report.heldBy(deskWords(problem.holder, words))}
      </View>
      {onJoin && (
        <View className="report__answer">
          <Button id={`join-${id}`} kind="quiet" onTap={() => onJoin(id)}>
            {words.report.join}
          </Button>
        </View>
      )}
    </View>
  );
}
