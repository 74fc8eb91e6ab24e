import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, Choice } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useQuery } from '../../state';

interface Props {
  /** The area that the reader looks after: a township or the banner. */
  root: string;
  value: string | undefined;
  onChange(village: string): void;
}

const TOWNSHIP_DIGITS = 9;

/** For who looks after many villages: the township, then the village. */
export function VillagePicker({ root, value, onChange }: Props) {
  const words = useRollWords().roll;
  const [chosen, setTownship] = useState(value?.slice(0, TOWNSHIP_DIGITS));
  const township = root.length === TOWNSHIP_DIGITS ? root : chosen;
  return (
    <Card id="village" title={words.village}>
      <View className="y-form y-areas">
        {root.length < TOWNSHIP_DIGITS && <Level under={root} value={township} onChange={setTownship} />}
        {township !== undefined && <Level under={township} value={value} onChange={onChange} />}
      </View>
    </Card>
  );
}

function Level({
  under,
  value,
  onChange,
}: {
  under: string;
  value: string | undefined;
  onChange(area: string): void;
}) {
  const words = useRollWords().roll;
  const { data } = useQuery('registry.areas', { under }, { freshFor: 600_000 });
  if (!data || data.areas.length === 0) return null;
  const options = data.areas.map(({ _id, name }) => ({ value: _id, label: name }));
  return <Choice label={words.village} options={options} value={value} onChange={onChange} />;
}
