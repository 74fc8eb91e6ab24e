import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Screen, StateView } from '../../components';
import { dayWords, momentWords } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { Asks } from './Asks';

import { Goods } from './Goods';
import { Join } from './Join';
import { Leave } from './Leave';
import { Lines } from './Lines';
import { Orders } from './Orders';
import { PaperCard } from './PaperCard';
import { isWithin, type Part } from './part';
import { Renew } from './Renew';
import { Rewards } from './Rewards';
import './index.scss';

/** A household's points: for itself, for its worker, and at the village's counter. */
export default function ShopPage() {
  const words = useShopWords();
  const { household, code: told } = useRouter().params;
  const code = told && decodeURIComponent(told);
  const query = useQuery(
    'shop.open',
    code ? { code } : household ? { household: decodeURIComponent(household) } : {},
  );
  const shop = query.data;
  const within = shop !== undefined && isWithin(shop);
  const stale = query.error && shop ? query.asOf : undefined;
  if (shop && !within) return <Join shop={shop} onChange={query.refresh} staleSince={stale} />;
  return (
    <Screen
      title={words.shop.title}
      heading={shop && words.shop.heading(shop.balance)}
      lead={shop && words.shop.of(shop.household.head, shop.year)}
      staleSince={stale}
      unsent
    >
      <StateView query={query}>
        {shop && <Inside shop={shop} code={code} onChange={query.refresh} />}
      </StateView>
    </Screen>
  );
}

function Inside({ shop, code, onChange }: Part) {
  const words = useShopWords();
  const { coming, as, renew } = shop;
  const now = cloud.now();
  const served = as === 'counter';
  return (
    <>
      {coming && (
        <View id="coming" className="y-note">
          {words.shop.coming(coming.amount, dayWords(coming.at, now, words))}
        </View>
      )}
      {renew !== undefined && <Renew shop={shop} onChange={onChange} />}
      <Orders shop={shop} code={code} onChange={onChange} />
      <Goods shop={shop} onChange={onChange} />
      {!served && <Rewards shop={shop} onChange={onChange} />}
      <Asks asks={shop.asks} />
      {as !== 'own' && code === undefined && renew === undefined && (
        <PaperCard shop={shop} onChange={onChange} />
      )}
      <Lines lines={shop.lines} />
      {!served && renew === undefined && <Leave shop={shop} onChange={onChange} />}
      <View className="y-asof">{words.state.asOf(momentWords(shop.asOf, now, words))}</View>
    </>
  );
}
