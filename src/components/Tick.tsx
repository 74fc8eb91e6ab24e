import { View } from '@tarojs/components';
import { spoken } from './a11y';
import './Tick.scss';

interface Props {
  on: boolean;
  label: string;
  hint?: string;
  onChange(on: boolean): void;
  id?: string;
}

/** Yes or no, the whole line is the target; the box and the words say it, not the colour alone. */
export function Tick({ on, label, hint, onChange, id }: Props) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className="y-tick"
      hoverClass="y-pressed"
      onClick={() => onChange(!on)}
      aria-checked={on}
      {...spoken('checkbox', label)}
    >
      <View className={`y-tick__box${on ? ' y-tick__box--on' : ''}`}>
        {on && <View className="y-tick__mark" />}
      </View>
      <View className="y-tick__words">
        <View>{label}</View>
        {hint && <View className="y-tick__hint">{hint}</View>}
      </View>
    </View>
  );
}
