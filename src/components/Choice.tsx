import { View } from '@tarojs/components';
import { spoken } from './a11y';
import './Choice.scss';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface Shared<Value extends string> {
  options: readonly Option<Value>[];
  /** What is asked, for screen readers. */
  label?: string;
}

interface One<Value extends string> extends Shared<Value> {
  value: Value | undefined;
  onChange(value: Value): void;
}

interface Many<Value extends string> extends Shared<Value> {
  values: readonly Value[];
  onChange(values: Value[]): void;
}

/** Chips, one of which holds. */
export function Choice<Value extends string>({ options, label, value, onChange }: One<Value>) {
  return (
    <View className="y-choice" {...spoken('radiogroup', label)}>
      {options.map((option) => (
        <Chip
          key={option.value}
          role="radio"
          label={option.label}
          chosen={option.value === value}
          onTap={() => onChange(option.value)}
        />
      ))}
    </View>
  );
}

/** Chips, any of which may hold. */
export function Choices<Value extends string>({ options, label, values, onChange }: Many<Value>) {
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <View className="y-choice" {...spoken('group', label)}>
      {options.map((option) => (
        <Chip
          key={option.value}
          role="checkbox"
          label={option.label}
          chosen={values.includes(option.value)}
          onTap={() => toggle(option.value)}
        />
      ))}
    </View>
  );
}

interface ChipProps {
  role: 'radio' | 'checkbox';
  label: string;
  chosen: boolean;
  onTap(): void;
}

function Chip({ role, label, chosen, onTap }: ChipProps) {
  return (
    <View
      className={`y-chip${chosen ? ' y-chip--chosen' : ''}`}
      hoverClass="y-pressed"
      onClick={onTap}
      aria-checked={chosen}
      {...spoken(role)}
    >
      {chosen && <View className="y-chip__tick" />}
      {label}
    </View>
  );
}
