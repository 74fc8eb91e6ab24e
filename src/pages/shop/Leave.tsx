import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field, Sheet, useTell } from '../../components';
import { useShopWords } from '../../i18n/shop';
import type { Part } from './part';

/** Out as easily as in; what happens to the points is said first. */
export function Leave({ shop, onChange }: Part) {
  const words = useShopWords().shop.leave;
  const { tell, error } = useTell(onChange);
  const [asked, setAsked] = useState(false);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { household, as } = shop;
  const own = as === 'own';
  const leave = async () => {
    const agreedBy = name.trim();
    if (!own && agreedBy === '') return setWrong(words.needName);
    setWrong(undefined);
    const input = { household: household.id, ...(own ? {} : { agreedBy }) };
    if (await tell('shop.leave', input, words.done)) setAsked(false);
  };
  return (
    <>
      <Button id="leave" kind="quiet" onTap={() => setAsked(true)}>
        {words.button}
      </Button>
      {asked && (
        <Sheet
          open
          onClose={() => setAsked(false)}
          title={words.title}
          action={
            <Button id="leave-yes" kind="danger" onTap={leave}>
              {words.yes}
            </Button>
          }
        >
          <View>{words.text}</View>
          {!own && (
            <Field
              name="leftBy"
              label={words.agreedBy}
              value={name}
              placeholder={household.head}
              most={30}
              onChange={setName}
            />
          )}
          {(wrong ?? error) !== undefined && <View className="y-wrong">{wrong ?? error}</View>}
        </Sheet>
      )}
    </>
  );
}
