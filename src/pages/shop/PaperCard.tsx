import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import { Button, Card, toast } from '../../components';
import { dayWords, useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';
import type { Part } from './part';

/** A card on paper, for a household without a phone; printed from a PC, or written down by hand. */
export function PaperCard({ shop, onChange }: Part) {
  const words = useShopWords();
  const said = useSaid();
  const send = useSend();
  const { card: own } = words.shop;
  const [paper, setPaper] = useState<OutputOf<'shop.card'>>();
  const [error, setError] = useState<string>();
  const make = async () => {
    setError(undefined);
    try {
      setPaper(await send('shop.card', { household: shop.household.id }));
      toast(own.made);
      await onChange();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Card id="card" title={own.title}>
      <View className="y-hint">{own.hint}</View>
      {paper === undefined && shop.card && (
        <View className="y-hint">{own.standing(dayWords(shop.card.at, cloud.now(), words))}</View>
      )}
      {paper && <Paper paper={paper} />}
      <View className="y-stack">
        {paper && process.env.TARO_ENV === 'h5' && (
          <Button id="print" onTap={() => window.print()}>
            {own.print}
          </Button>
        )}
        <Button id="make-card" kind="quiet" onTap={make}>
          {shop.card || paper ? own.again : own.make}
        </Button>
      </View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Card>
  );
}

/** As it comes out of the printer: the size of a bank card, nothing else on the sheet. */
function Paper({ paper: { head, code, image } }: { paper: OutputOf<'shop.card'> }) {
  const { title, card } = useShopWords().shop;
  return (
    <View id="paper" className="shop__paper">
      {image !== undefined && <Image className="shop__qr" src={image} mode="aspectFit" />}
      <View className="y-grow">
        <View className="y-strong">{title}</View>
        <View>{card.of(head)}</View>
        <View className="shop__code">{`${code.slice(0, 4)} ${code.slice(4)}`}</View>
        <View className="y-note">{card.keep}</View>
        <View className="y-note">{card.lost}</View>
      </View>
    </View>
  );
}
