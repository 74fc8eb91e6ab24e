import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RewardView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { mayAsk, type Part } from './part';
import { Request } from './Request';

/** What gives points; who takes part taps one to ask. */
export function Rewards({ shop, onChange }: Part) {
  const words = useShopWords().shop;
  const [asked, setAsked] = useState<RewardView>();
  const within = mayAsk(shop);
  return (
    <Card id="rewards" title={words.rewards.title}>
      {within && <View className="y-hint">{words.rewards.hint}</View>}
      {shop.rewards.map((reward) => (
        <Reward key={reward.id} reward={reward} onTap={within ? () => setAsked(reward) : undefined} />
      ))}
      {asked && (
        <Request shop={shop} reward={asked} onChange={onChange} onClose={() => setAsked(undefined)} />
      )}
    </Card>
  );
}

function Reward({ reward, onTap }: { reward: RewardView; onTap: (() => void) | undefined }) {
  const said = useSaid();
  const words = useShopWords().shop;
  const { id, name, text, amount } = reward;
  return (
    <View
      id={`reward-${id}`}
      className={`shop__row y-row${onTap ? ' y-row--live' : ''}`}
      hoverClass={onTap ? 'y-pressed' : 'none'}
      onClick={onTap}
      {...(onTap ? spoken('button') : {})}
    >
      <View className="y-grow">
        <View className="y-strong">{said(name)}</View>
        <View className="y-note">{said(text)}</View>
      </View>
      <View className="shop__figure y-figure">{words.signed(amount)}</View>
    </View>
  );
}
