import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { GoodView } from '../../domain/contract/views';
import { useShopWords } from '../i18n/shop';
import './GoodRow.scss';

interface Props {
  good: GoodView;
  /** What else is to be said of it. */
  note?: string | undefined;
  /** What can be done with it. */
  children?: ReactNode;
}

/** A good of the points shop: what it costs, how many are left. */
export function GoodRow({ good: { name, cost, stock, photo }, note, children }: Props) {
  const words = useShopWords().shop;
  const told = [
    stock > 0 ? words.goods.left(stock) : words.goods.gone,
    ...(note === undefined ? [] : [note]),
  ];
  return (
    <View className="y-good">
      {photo === undefined ? (
        <View className="y-good__blank">{[...name][0]}</View>
      ) : (
        <Image className="y-good__photo" src={photo} mode="aspectFill" />
      )}
      <View className="y-good__words">
        <View className="y-good__name">{name}</View>
        <View className="y-good__cost">{words.points(cost)}</View>
        <View className="y-good__note">{told.join(' · ')}</View>
      </View>
      {children}
    </View>
  );
}
