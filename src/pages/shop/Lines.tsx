import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ShopLine } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { dayWords, useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { cloud } from '../../services/cloud';

const AT_ONCE = 8;

/** Every point of the balance, where it came from and where it went. */
export function Lines({ lines }: { lines: ShopLine[] }) {
  const words = useShopWords();
  const { lines: own } = words.shop;
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Card id="lines" title={own.title}>
      {lines.length === 0 && <View className="y-note">{own.none}</View>}
      {lines.slice(0, shown).map((line) => (
        <Line key={line.cause} line={line} />
      ))}
      {lines.length > shown && (
        <Button kind="quiet" onTap={() => setShown(shown + 2 * AT_ONCE)}>
          {own.more}
        </Button>
      )}
    </Card>
  );
}

function Line({ line: { amount, at, rule, kind, text } }: { line: ShopLine }) {
  const words = useShopWords();
  const said = useSaid();
  const { lines: own, signed } = words.shop;
  const name = kind === 'rule' ? (rule ? said(rule) : '') : own[kind];
  return (
    <View className="shop__row y-row">
      <View className="y-grow">
        <View className="y-strong">{name}</View>
        <View className="y-note">
          {[dayWords(at, cloud.now(), words), kind === 'carry' ? '' : (text ?? '')]
            .filter(Boolean)
            .join(' · ')}
        </View>
      </View>
      <View className={`shop__figure y-figure${amount < 0 ? ' shop__figure--spent' : ''}`}>
        {signed(amount)}
      </View>
    </View>
  );
}
