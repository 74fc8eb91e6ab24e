import { View } from '@tarojs/components';
import { Screen, StateView } from '../../components';
import { momentWords } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { Look } from './Look';
import { Shelf } from './Shelf';
import { Waiting } from './Waiting';
import './index.scss';

/** The village's counter: who is here, what waits to be fetched, what is on the shelf. */
export default function CounterPage() {
  const words = useShopWords();
  const query = useQuery('shop.goods', {});
  const counter = query.data;
  return (
    <Screen
      title={words.counter.title}
      heading={words.counter.heading}
      staleSince={query.error && counter ? query.asOf : undefined}
      unsent
      wide
    >
      <StateView query={query}>
        {counter && (
          <>
            <View className="y-columns">
              <View className="y-column">
                <Look />
                <Waiting waiting={counter.waiting} />
              </View>
              <View className="y-column">
                <Shelf goods={counter.goods} may={counter.may} onChange={query.refresh} />
              </View>
            </View>
            <View className="y-asof">{words.state.asOf(momentWords(counter.asOf, cloud.now(), words))}</View>
          </>
        )}
      </StateView>
    </Screen>
  );
}
