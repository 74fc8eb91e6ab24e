import { View } from '@tarojs/components';
import type { HelpRow } from '../../../domain/contract/views';
import { PhoneButton, StateView, Tag } from '../../components';
import { useCoverageWords } from '../../i18n/coverage';
import { useQuery } from '../../state';

/** Who may need a hand, with the reasons; by name, no league table. */
export function Help({ scope }: { scope: { area?: string } }) {
  const words = useCoverageWords().coverage;
  const query = useQuery('contact.help', scope);
  const workers = query.data?.workers ?? [];
  return (
    <>
      <View className="coverage__ask">{words.helpAsk}</View>
      <View className="y-note">{words.helpLead}</View>
      <StateView
        query={query}
        empty={query.data !== undefined && workers.length === 0}
        emptyWords={words.helpNone}
        emptyHint={words.helpNoneHint}
      >
        <View className="coverage__cards">
          {workers.map((row) => (
            <Worker key={row.worker.id} row={row} />
          ))}
        </View>
      </StateView>
    </>
  );
}

function Worker({ row: { worker, due, reached, reasons } }: { row: HelpRow }) {
  const words = useCoverageWords();
  return (
    <View className="coverage__card">
      <View className="coverage__title">{worker.name}</View>
      <View className="y-note">{words.coverage.helpFigures(reached, due)}</View>
      <View className="coverage__reasons">
        {reasons.map((reason) => (
          <Tag key={reason} tone="due">
            {words.coverage.help[reason]}
          </Tag>
        ))}
      </View>
      {worker.phone !== undefined && (
        <View className="coverage__actions">
          <PhoneButton phone={worker.phone} name={worker.name}>
            {words.home.call}
          </PhoneButton>
        </View>
      )}
    </View>
  );
}
