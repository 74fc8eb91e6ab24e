import { View } from '@tarojs/components';
import type { InputOf } from '../../../domain/contract/actions';
import { Button, Card, OfflineBadge, ProblemRow, StateView } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { openProblem } from '../../routes';
import { cloud } from '../../services/cloud';
import { type Query, usePages } from '../../state';

export type Scope = InputOf<'problem.list'>['scope'];

interface Props {
  /** Not known before we know who is asking. */
  scope: Scope | undefined;
  /** That question, for its errors. */
  who: Query<unknown>;
}

export function ProblemList({ scope, who }: Props) {
  if (scope === undefined) return <StateView query={who} />;
  return <Known scope={scope} />;
}

function Known({ scope }: { scope: Scope }) {
  const words = useWords();
  const said = useSaid();
  const { query, answers, more, moreError } = usePages('problem.list', { scope });
  const problems = answers.flatMap((answer) => answer.problems);
  return (
    <>
      {query.error && query.asOf !== undefined && query.data && <OfflineBadge since={query.asOf} />}
      <StateView query={query} empty={problems.length === 0} emptyWords={words.problems.none[scope]}>
        <Card>
          {problems.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} now={cloud.now()} onOpen={openProblem} />
          ))}
        </Card>
        {moreError && <View className="problems__note">{said(moreError.words)}</View>}
        {more ? (
          <Button id="more" kind="quiet" onTap={more}>
            {words.problems.more}
          </Button>
        ) : (
          <View className="problems__note">{words.problems.end}</View>
        )}
      </StateView>
    </>
  );
}
