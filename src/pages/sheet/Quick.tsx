import { View } from '@tarojs/components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import type { Marks } from './useMarks';

const ALL = ['phone', 'home'] as const;

/** One tap for a usual week. */
export function Quick({ marks, anyDue }: { marks: Marks; anyDue: boolean }) {
  const words = useWords().contact;
  if (!anyDue) return <View className="sheet__done">{words.allDone}</View>;
  return (
    <View className="sheet__quick">
      {ALL.map((channel) => {
        const on = marks.allMarked(channel);
        return (
          <View
            key={channel}
            id={`all-${channel}`}
            className={`sheet__all${on ? ' sheet__all--on' : ''}`}
            hoverClass="y-pressed"
            onClick={() => marks.markAll(channel)}
            aria-checked={on}
            {...spoken('checkbox')}
          >
            {channel === 'phone' ? words.allPhone : words.allHome}
          </View>
        );
      })}
    </View>
  );
}
