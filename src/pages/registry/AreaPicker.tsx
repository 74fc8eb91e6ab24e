import { View } from '@tarojs/components';
import { Choice } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { useQuery } from '../../state';

interface Props {
  /** What the person keeps; nothing above it can be chosen. */
  root: string;
  value: string;
  onChange(area: string): void;
}

const LENGTHS = [6, 9, 12];

/** One row of chips for each level below the person's own: township, village, grid. */
export function AreaPicker({ root, value, onChange }: Props) {
  const levels = LENGTHS.filter((length) => length >= root.length && length <= value.length);
  return (
    <View className="y-form y-areas">
      {levels.map((length) => (
        <Level
          key={value.slice(0, length)}
          under={value.slice(0, length)}
          value={value}
          onChange={onChange}
        />
      ))}
    </View>
  );
}

function Level({ under, value, onChange }: { under: string; value: string; onChange(area: string): void }) {
  const words = useRegistryWords().registry;
  const { data } = useQuery('registry.areas', { under }, { freshFor: 600_000 });
  if (!data || data.areas.length === 0) return null;
  const options = [
    { value: under, label: words.whole },
    ...data.areas.map(({ _id, name }) => ({ value: _id, label: name })),
  ];
  const chosen = data.areas.find(({ _id }) => value.startsWith(_id))?._id ?? under;
  return <Choice label={words.area} options={options} value={chosen} onChange={onChange} />;
}
