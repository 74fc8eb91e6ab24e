import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Writable } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { AwardSheet } from '../../components/points/AwardSheet';
import { usePointsWords } from '../../i18n/points';

interface Props {
  writes: readonly Writable[];
  onChanged(): Promise<void>;
}

/** Of whom this person may write: a tap opens the form. Nobody's score stands here. */
export function Write({ writes, onChanged }: Props) {
  const { awards: words } = usePointsWords();
  const [chosen, setChosen] = useState<{ account: string; name: string; of: Writable }>();
  return (
    <View className="y-column y-column--side">
      <Card id="write" title={words.write}>
        <View className="y-hint">{words.writeHint}</View>
        {writes.map((of) => (
          <View key={of.kind}>
            {writes.length > 1 && <View className="y-strong">{words.whose[of.kind]}</View>}
            {of.accounts.map(({ account, name, areaPath }) => (
              <View
                key={account}
                id={`write-${account}`}
                className="y-line y-line--live"
                hoverClass="y-pressed"
                onClick={() => setChosen({ account, name, of })}
                {...spoken('button')}
              >
                <View className="y-strong">{name}</View>
                <View className="y-note">{areaPath}</View>
              </View>
            ))}
          </View>
        ))}
      </Card>
      {chosen && (
        <AwardSheet
          account={chosen.account}
          name={chosen.name}
          rules={chosen.of.rules}
          onClose={() => setChosen(undefined)}
          onDone={async () => {
            setChosen(undefined);
            await onChanged();
          }}
        />
      )}
    </View>
  );
}
