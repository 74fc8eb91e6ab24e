import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button, Card, Field } from '../../components';
import { useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { openShop } from '../../routes';
import { asCloudError, cloud } from '../../services/cloud';

const LENGTH = 8;

/** An order's code or a card's, told or scanned, opens the household it belongs to. */
export function Look() {
  const words = useShopWords().counter;
  const said = useSaid();
  const { scene } = useRouter().params;
  // A scanned card brings its letters as `scene`, encoded.
  const [code, setCode] = useState(scene === undefined ? '' : decodeURIComponent(scene));
  const [error, setError] = useState<string>();
  const look = async () => {
    const letters = code.replace(/\s/g, '').toUpperCase();
    if (letters.length !== LENGTH) return setError(words.wrong);
    try {
      await cloud.call('shop.open', { code: letters });
      setCode('');
      openShop({ code: letters });
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Card id="look">
      <Field
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={code}
        most={12}
        error={error}
        onChange={(value) => {
          setError(undefined);
          setCode(value);
        }}
      />
      <View className="counter__act">
        <Button id="look-up" onTap={look}>
          {words.look}
        </Button>
      </View>
    </Card>
  );
}
