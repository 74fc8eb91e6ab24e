import { View } from '@tarojs/components';
import type { WaitingOrder } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { untilWords } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { openShop } from '../../routes';
import { cloud } from '../../services/cloud';

/** Who still has something to fetch, the soonest to lapse first; for who forgot the code. */
export function Waiting({ waiting }: { waiting: WaitingOrder[] }) {
  const words = useShopWords();
  const now = cloud.now();
  return (
    <Card id="waiting" title={words.counter.waiting}>
      {waiting.length === 0 && <View className="y-note">{words.counter.nobody}</View>}
      {waiting.map(({ household, head, name, until }, index) => (
        <View
          // The same household may wait for the same good twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
          key={`${household} ${index}`}
          className="y-row y-row--live"
          hoverClass="y-pressed"
          onClick={() => openShop({ household })}
          {...spoken('button')}
        >
          <View className="y-grow">
            <View className="y-strong">{head}</View>
            <View className="y-note">{name}</View>
          </View>
          <View className="y-note">{words.counter.until(untilWords(until, now, words))}</View>
        </View>
      ))}
    </Card>
  );
}
