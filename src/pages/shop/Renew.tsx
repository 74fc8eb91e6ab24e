import { View } from '@tarojs/components';
import { useState } from 'react';
import { isNews, POINTS_CONSENT_VERSION } from '../../../domain/points/membership';
import { Button, Card, Field, useTell } from '../../components';
import { useShopWords } from '../../i18n/shop';
import { Leave } from './Leave';
import type { Part } from './part';

/** Joined under an older wording: what has changed, and whether the household goes on. Asked once, and first of all. */
export function Renew({ shop, onChange }: Part) {
  const {
    renew: words,
    shop: { join },
  } = useShopWords();
  const { tell, error } = useTell(onChange);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const { household, as, renew = '' } = shop;
  if (as === 'counter')
    return (
      <View id="renew" className="y-note">
        {words.counter}
      </View>
    );
  const own = as === 'own';
  const goOn = async () => {
    const agreedBy = name.trim();
    if (!own && agreedBy === '') return setMissing(true);
    setMissing(false);
    const input = { household: household.id, consent: POINTS_CONSENT_VERSION };
    await tell('shop.renew', own ? input : { ...input, agreedBy }, words.done);
  };
  const wrong = missing ? join.needName : error;
  return (
    <Card id="renew" title={words.title} tone="due">
      <View className="y-stack">
        <View className="y-note">{words.lead}</View>
        <View className="y-strong">{words.changed}</View>
        {words.changes
          .filter(({ after }) => isNews(after, renew))
          .map(({ after, text }) => (
            <View key={after}>{text}</View>
          ))}
        <View className="y-strong">{words.now}</View>
        {join.lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        <View className="y-note">{join.version(POINTS_CONSENT_VERSION)}</View>
        {!own && (
          <Field
            name="renewedBy"
            label={join.agreedBy}
            value={name}
            placeholder={household.head}
            most={30}
            onChange={setName}
          />
        )}
        {wrong !== undefined && <View className="y-wrong">{wrong}</View>}
        <Button id="renew-yes" onTap={goOn}>
          {own ? words.yes : words.yesFor}
        </Button>
        <Leave shop={shop} onChange={onChange} />
      </View>
    </Card>
  );
}
