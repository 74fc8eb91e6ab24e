import { View } from '@tarojs/components';
import type { DeedCount } from '../../../domain/contract/views';
import type { DeedList } from '../../../domain/deed/deed';
import { spoken } from '../../components/a11y';
import { useDeedWords } from '../../i18n/deed';

interface Props {
  list: DeedList;
  count: DeedCount;
  chosen: boolean;
  onTap(list: DeedList): void;
}

/** One list as one number: done of total, and a cell that fills. */
export function Total({ list, count, chosen, onTap }: Props) {
  const { deed: words } = useDeedWords();
  return (
    <View
      id={`total-${list}`}
      className={`deeds__total${chosen ? ' deeds__total--chosen' : ''}`}
      hoverClass="y-pressed"
      onClick={() => onTap(list)}
      aria-checked={chosen}
      {...spoken('radio')}
    >
      <View className="y-note">{words.list[list]}</View>
      <View className="deeds__total-figure">{`${count.done}/${count.total}`}</View>
      <Progress count={count} />
    </View>
  );
}

export function Progress({ count: { done, total } }: { count: DeedCount }) {
  return (
    <View className="y-bar">
      <View
        className="y-bar__done"
        style={{ width: `${total === 0 ? 0 : Math.round((done / total) * 100)}%` }}
      />
    </View>
  );
}
