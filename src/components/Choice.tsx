import { View } from '@tarojs/components';
import { spoken } from './a11y';
import './Choice.scss';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface Props<Value extends string> {
  options: readonly Option<Value>[];
  /** What is asked, for screen readers. */
  label?: string;
  value: Value | undefined;
  onChange(value: Value): void;
}

/** Chips, one of which holds. */
export function Choice<Value extends string>({ options, label, value, onChange }: Props<Value>) {
  return (
    <View className="y-choice" {...spoken('radiogroup', label)}>
      {options.map((option) => (
        <Chip
          key={option.value}
          label={option.label}
          chosen={option.value === value}
          onTap={() => onChange(option.value)}
        />
      ))}
    </View>
  );
}

interface ChipProps {
  label: string;
  chosen: boolean;
  onTap(): void;
}

function Chip({ label, chosen, onTap }: ChipProps) {
  return (
    <View
      className={`y-chip${chosen ? ' y-chip--chosen' : ''}`}
      hoverClass="y-pressed"
      onClick={onTap}
      aria-checked={chosen}
      {...spoken('radio')}
    >
      {chosen && <View className="y-chip__tick" />}
      {label}
    </View>
  );
}
