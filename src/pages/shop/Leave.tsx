import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Sheet, useTell } from '../../components';
import { useWords } from '../../i18n';
import type { Part } from './part';

/** Out as easily as in; what happens to the points is said first. */
export function Leave({ shop, onChange }: Part) {
  const words = useWords().shop.leave;
  const { tell, error } = useTell(onChange);
  const [asked, setAsked] = useState(false);
  const leave = async () => {
    if (await tell('shop.leave', { household: shop.household.id }, words.done)) setAsked(false);
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
          {error !== undefined && <View className="shop__wrong">{error}</View>}
        </Sheet>
      )}
    </>
  );
}
