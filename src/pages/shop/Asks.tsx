import { View } from '@tarojs/components';
import type { ShopAsk } from '../../../domain/contract/views';
import { Card, Tag } from '../../components';
import { dayWords, useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { cloud } from '../../services/cloud';

/** So many at once; who waits stands first by being new. */
const MOST = 10;

/** What was asked for, and what the village said. */
export function Asks({ asks }: { asks: ShopAsk[] }) {
  const words = useShopWords();
  const said = useSaid();
  if (asks.length === 0) return null;
  return (
    <Card id="asks" title={words.shop.asks.title}>
      {asks.slice(0, MOST).map(({ id, rule, amount, at, text, answer }) => (
        <View key={id} className="shop__row y-row">
          <View className="y-grow">
            <View className="y-strong">{`${said(rule)} ${words.shop.signed(amount)}`}</View>
            <View>{text}</View>
            <View className="y-note">
              {[dayWords(at, cloud.now(), words), answer?.text ?? ''].filter(Boolean).join(' · ')}
            </View>
          </View>
          <Answer yes={answer?.yes} />
        </View>
      ))}
    </Card>
  );
}

function Answer({ yes }: { yes: boolean | undefined }) {
  const { asks: words } = useShopWords().shop;
  if (yes === undefined) return <Tag tone="due">{words.waits}</Tag>;
  return yes ? <Tag tone="done">{words.yes}</Tag> : <Tag>{words.no}</Tag>;
}
