import { View } from '@tarojs/components';
import { booksOpen } from '../../../domain/contact/days';
import type { CoverageView } from '../../../domain/contract/views';
import { mondayOf, weekAt, weekAway } from '../../../domain/time/week';
import { Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { momentWords, weekNumber } from '../../i18n';
import { useCoverageWords } from '../../i18n/coverage';
import { cloud } from '../../services/cloud';

interface Props {
  /** What is on the screen; its figures carry their as-of time. */
  shown: CoverageView | undefined;
  /** Undefined: the week of now. */
  week: string | undefined;
  onWeek(week: string): void;
}

export function WeekSwitch({ shown, week, onWeek }: Props) {
  const words = useCoverageWords();
  const { coverage } = words;
  const now = weekAt(cloud.now());
  const current = week ?? shown?.week ?? now;
  // Frozen at night; from the end of Monday on nothing more is taken in either way.
  const closed = shown?.closed || !booksOpen(mondayOf(current), cloud.now());
  const step = (weeks: number, id: string, label: string, off: boolean) => (
    <View
      id={id}
      className={`coverage__step coverage__step--${id}${off ? ' coverage__step--off' : ''}`}
      hoverClass={off ? 'none' : 'y-pressed'}
      onClick={() => !off && onWeek(weekAway(current, weeks))}
      {...spoken('button', label)}
    />
  );
  return (
    <View className="coverage__week">
      {step(-1, 'earlier', coverage.earlier, false)}
      <View className="y-grow">
        <View className="coverage__when">
          {coverage.week(weekNumber(current))}
          {current === now && ` · ${coverage.thisWeek}`}
        </View>
        {shown?.week === current && (
          <View className="coverage__state">
            <Tag tone={closed ? 'done' : 'active'}>{closed ? coverage.closed : coverage.open}</Tag>
            <View className="y-note">{coverage.asOf(momentWords(shown.asOf, cloud.now(), words))}</View>
          </View>
        )}
      </View>
      {step(1, 'later', coverage.later, current >= now)}
    </View>
  );
}
