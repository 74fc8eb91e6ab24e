import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GoodView } from '../../../domain/contract/views';
import { Button, Card, Sheet, useTell } from '../../components';
import { GoodRow } from '../../components/GoodRow';
import { type ShopWords, useShopWords } from '../../i18n/shop';
import { mayAsk, type Part } from './part';

/** What is on the village's shelf, and whether the points are enough for it. */
export function Goods({ shop, onChange }: Part) {
  const words = useShopWords().shop;
  const [wanted, setWanted] = useState<GoodView>();
  const { goods, balance } = shop;
  const within = mayAsk(shop);
  return (
    <Card id="goods" title={words.goods.title}>
      {goods.length === 0 && <View className="y-note">{`${words.goods.none}，${words.goods.noneHint}`}</View>}
      {goods.map((good) => (
        <GoodRow key={good.id} good={good} note={within ? lackOf(good, balance, words) : undefined}>
          {within && good.stock > 0 && good.cost <= balance && (
            <Button id={`take-${good.id}`} inline onTap={() => setWanted(good)}>
              {words.goods.take}
            </Button>
          )}
        </GoodRow>
      ))}
      {wanted && (
        <Exchange shop={shop} good={wanted} onChange={onChange} onClose={() => setWanted(undefined)} />
      )}
    </Card>
  );
}

function lackOf(
  { stock, cost }: GoodView,
  balance: number,
  { goods }: ShopWords['shop'],
): string | undefined {
  return stock > 0 && cost > balance ? goods.short(cost - balance) : undefined;
}

function Exchange({ shop, good, onChange, onClose }: Part & { good: GoodView; onClose(): void }) {
  const { goods: said } = useShopWords().shop;
  const { tell, error } = useTell(onChange);
  const take = async () => {
    const input = { household: shop.household.id, good: good.id };
    if (await tell('shop.order', input, said.done)) onClose();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={said.sure(good.cost, good.name)}
      action={
        <Button id="take" onTap={take}>
          {said.yes}
        </Button>
      }
    >
      <View>{said.rest(shop.balance - good.cost, shop.keptDays)}</View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Sheet>
  );
}
