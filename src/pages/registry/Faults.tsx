import { View } from '@tarojs/components';
import type { Fault } from '../../../domain/registry/fault';
import { useSaid } from '../../i18n';
import { useRegistryWords } from '../../i18n/registry';

/** What to mend, in the order of the file: sheet, row and column as Excel names them. */
export function Faults({ faults, count }: { faults: Fault[]; count: number }) {
  const words = useRegistryWords().registry.import;
  const said = useSaid();
  return (
    <View className="registry__table registry__table--faults" id="faults">
      {count > faults.length && <View className="y-note">{words.shown(faults.length)}</View>}
      <View className="registry__line registry__line--head">
        {(['sheet', 'row', 'column', 'value', 'words'] as const).map((head) => (
          <View key={head} className="registry__cell">
            {words.head[head]}
          </View>
        ))}
      </View>
      {faults.map((fault) => (
        <View key={`${fault.sheet}${fault.row}${fault.column}${fault.code}`} className="registry__line">
          <View className="registry__cell">{fault.sheet}</View>
          <View className="registry__cell">{fault.row}</View>
          <View className="registry__cell">{fault.column}</View>
          <View className="registry__cell">{fault.value}</View>
          <View className="registry__cell y-strong">{said(fault.words)}</View>
        </View>
      ))}
    </View>
  );
}
