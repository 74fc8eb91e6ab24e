import { View } from '@tarojs/components';
import type { InputOf } from '../../../domain/contract/actions';
import type { DeskTotals } from '../../../domain/contract/views';
import type { DeskFilter } from '../../../domain/problem/party';
import { Button, Card, Choice, OfflineBadge, ProblemRow, StateView } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import { type Query, usePages } from '../../state';

export type Scope = InputOf<'problem.list'>['scope'];

interface Props {
  /** Not known before we know who is asking. */
  scope: Scope | undefined;
  /** Of a desk's matters. */
  only: DeskFilter;
  /** Read beside the list. */
  chosen: string | undefined;
  onOnly(only: DeskFilter): void;
  onOpen(problem: string): void;
  /** That question, for its errors. */
  who: Query<unknown>;
}

export function ProblemList({ scope, who, ...rest }: Props) {
  if (scope === undefined) return <StateView query={who} />;
  return <Known scope={scope} {...rest} />;
}

type KnownProps = Omit<Props, 'who' | 'scope'> & { scope: Scope };

function Known({ scope, only, chosen, onOnly, onOpen }: KnownProps) {
  const words = useWords();
  const said = useSaid();
  const desk = scope === 'desk';
  const { query, answers, more, moreError } = usePages('problem.list', desk ? { scope, only } : { scope });
  const problems = answers.flatMap((answer) => answer.problems);
  return (
    <>
      {query.error && query.asOf !== undefined && query.data && <OfflineBadge since={query.asOf} />}
      {desk && <Filters value={only} totals={query.data?.totals} onChange={onOnly} />}
      <StateView query={query} empty={problems.length === 0} emptyWords={words.problems.none[scope]}>
        <Card>
          {problems.map((problem) => (
            <ProblemRow
              key={problem.id}
              problem={problem}
              now={cloud.now()}
              desk={desk}
              mine={scope === 'mine'}
              chosen={problem.id === chosen}
              onOpen={onOpen}
            />
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

const FILTERS = [
  'now',
  'lead',
  'helper',
  'suspended',
  'waiting',
  'all',
] as const satisfies readonly DeskFilter[];
/** Always there; the others only while they hold something. */
const KEPT: readonly DeskFilter[] = ['now', 'all'];

interface FiltersProps {
  value: DeskFilter;
  totals: DeskTotals | undefined;
  onChange(only: DeskFilter): void;
}

function Filters({ value, totals, onChange }: FiltersProps) {
  const words = useWords().problems;
  const shown = FILTERS.filter((one) => KEPT.includes(one) || one === value || (totals?.[one] ?? 0) > 0);
  return (
    <Choice<DeskFilter>
      label={words.onlyLabel}
      options={shown.map((one) => ({
        value: one,
        label: totals ? words.count(words.only[one], totals[one]) : words.only[one],
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
