import { View } from '@tarojs/components';
import { useState } from 'react';
import { POINTS_CONSENT_VERSION } from '../../../domain/points/membership';
import { Button, Card, Field, Screen, Tick, useTell } from '../../components';
import { useShopWords } from '../../i18n/shop';
import { Goods } from './Goods';
import type { Part } from './part';
import { Rewards } from './Rewards';

/** Opting in, said in few words; a worker reads it to a family without a phone. */
export function Join({ shop, onChange, staleSince }: Part & { staleSince: number | undefined }) {
  const words = useShopWords().shop;
  const { tell, error } = useTell(onChange);
  const [agreed, setAgreed] = useState(false);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { household, as, leftAt, balance } = shop;
  const own = as === 'own';
  const join = async () => {
    if (!agreed) return setWrong(words.join.needAgree);
    const agreedBy = name.trim();
    if (!own && agreedBy === '') return setWrong(words.join.needName);
    setWrong(undefined);
    const input = { household: household.id, consent: POINTS_CONSENT_VERSION };
    await tell('shop.join', own ? input : { ...input, agreedBy }, words.join.done);
  };
  const button = (
    <Button id="join" onTap={join}>
      {leftAt === undefined ? words.join.button : words.join.again}
    </Button>
  );
  return (
    <Screen
      title={words.title}
      heading={words.join.heading}
      lead={own ? words.join.lead : words.of(household.head, shop.year)}
      action={as === 'counter' ? undefined : button}
      staleSince={staleSince}
      unsent
    >
      {leftAt !== undefined && <Card id="left">{words.join.left(balance)}</Card>}
      {as === 'counter' ? (
        <View className="y-note">{words.join.counter}</View>
      ) : (
        <Card id="consent" title={words.join.title}>
          {words.join.lines.map((line) => (
            <View key={line} className="shop__term">
              {line}
            </View>
          ))}
          <View className="y-note">{words.join.version(POINTS_CONSENT_VERSION)}</View>
          <Tick
            id="agree"
            on={agreed}
            label={own ? words.join.agree : words.join.agreeFor(household.head)}
            onChange={setAgreed}
          />
          {!own && agreed && (
            <Field
              name="agreedBy"
              label={words.join.agreedBy}
              value={name}
              placeholder={household.head}
              most={30}
              onChange={setName}
            />
          )}
          {(wrong ?? error) !== undefined && <View className="y-wrong">{wrong ?? error}</View>}
        </Card>
      )}
      <Rewards shop={shop} onChange={onChange} />
      <Goods shop={shop} onChange={onChange} />
    </Screen>
  );
}
