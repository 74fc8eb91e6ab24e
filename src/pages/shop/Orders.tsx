import { View } from '@tarojs/components';
import type { ShopView } from '../../../domain/contract/views';
import { Button, Card, Tag, type Tone, useTell } from '../../components';
import { dayWords, untilWords } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { cloud } from '../../services/cloud';
import type { Part } from './part';

type Order = ShopView['orders'][number];

const TONE: Record<Order['state'], Tone> = {
  waiting: 'active',
  fetched: 'done',
  cancelled: 'plain',
  expired: 'plain',
};
/** Of what is over, so many. */
const PAST = 5;

/** What waits to be fetched, with its code in letters that can be read across a counter. */
export function Orders({ shop, code, onChange }: Part) {
  const words = useShopWords();
  const waiting = shop.orders.filter(({ state }) => state === 'waiting');
  const past = shop.orders.filter(({ state }) => state !== 'waiting').slice(0, PAST);
  return (
    <>
      {waiting.length > 0 && (
        <Card id="waiting" title={words.shop.orders[shop.as === 'own' ? 'title' : 'titleTheirs']} tone="due">
          {waiting.map((order) => (
            <Waiting key={order.id} order={order} shop={shop} code={code} onChange={onChange} />
          ))}
        </Card>
      )}
      {past.length > 0 && (
        <Card id="past" title={words.shop.orders.past}>
          {past.map((order) => (
            <View key={order.id} className="shop__row y-row">
              <View className="y-grow">
                <View>{order.name}</View>
                <View className="y-note">{dayWords(order.endedAt ?? order.at, cloud.now(), words)}</View>
              </View>
              <Tag tone={TONE[order.state]}>{words.shop.orders.state[order.state]}</Tag>
            </View>
          ))}
        </Card>
      )}
    </>
  );
}

function Waiting({ order, shop, code: told, onChange }: Part & { order: Order }) {
  const words = useShopWords();
  const { orders: said } = words.shop;
  const { tell, error } = useTell(onChange);
  const { id, name, code, until, mayHandOut } = order;
  const cancel = () => tell('shop.cancel', { household: shop.household.id, order: id }, said.cancelled);
  const handOut = (by: string) => tell('shop.handOut', { code: by, order: id }, said.handedOut(name));
  return (
    <View className="shop__order y-line">
      <View className="y-strong">{name}</View>
      {code !== undefined && (
        <View className="shop__code" id={`code-${id}`}>{`${code.slice(0, 4)} ${code.slice(4)}`}</View>
      )}
      <View className="y-note">{said.until(untilWords(until, cloud.now(), words))}</View>
      {mayHandOut && told ? (
        <Button id={`hand-${id}`} onTap={() => handOut(told)}>
          {said.handOut}
        </Button>
      ) : (
        <View className="y-note">{code === undefined ? said.counter : said.code}</View>
      )}
      <Button id={`cancel-${id}`} kind="quiet" inline onTap={cancel}>
        {said.cancel}
      </Button>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </View>
  );
}
