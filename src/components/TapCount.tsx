import { View } from '@tarojs/components';
import { spoken } from './a11y';
import './TapCount.scss';

interface Props<Value extends string> {
  options: readonly { value: Value; label: string }[];
  counts: Partial<Record<Value, number>>;
  onChange(counts: Partial<Record<Value, number>>): void;
  /** What lowering one is called. */
  less(label: string): string;
  most?: number;
}

/** Chips that count: each tap adds one, the minus beside it takes one back. */
export function TapCount<Value extends string>({ options, counts, onChange, less, most = 99 }: Props<Value>) {
  const put = (value: Value, count: number) => {
    const { [value]: _, ...others } = counts;
    const rest = others as Partial<Record<Value, number>>;
    onChange(count > 0 ? { ...rest, [value]: Math.min(most, count) } : rest);
  };
  return (
    <View className="y-count">
      {options.map(({ value, label }) => {
        const count = counts[value] ?? 0;
        return (
          <View key={value} className={`y-count__chip${count > 0 ? ' y-count__chip--on' : ''}`}>
            {count > 0 && (
              <View
                className="y-count__less"
                hoverClass="y-pressed"
                onClick={() => put(value, count - 1)}
                {...spoken('button', less(label))}
              >
                −
              </View>
            )}
            <View
              className="y-count__add"
              hoverClass="y-pressed"
              onClick={() => put(value, count + 1)}
              {...spoken('button', count > 0 ? `${label} ×${count}` : label)}
            >
              {count > 0 ? `${label} ×${count}` : label}
            </View>
          </View>
        );
      })}
    </View>
  );
}
