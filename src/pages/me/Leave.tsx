import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Sheet, useTell } from '../../components';
import { useWords } from '../../i18n';
import { goHome } from '../../routes';

/** Consent is free, so taking it back is as easy: one plain question. */
export function Leave() {
  const words = useWords().leave;
  const [asked, setAsked] = useState(false);
  const { tell, error } = useTell(() => undefined);
  const leave = async () => {
    if (!(await tell('household.leave', {}, words.done))) return;
    setAsked(false);
    goHome();
  };
  return (
    <Card title={words.title}>
      <View className="me__line">{words.lead}</View>
      <View className="me__leave">
        <Button id="leave" kind="quiet" inline onTap={() => setAsked(true)}>
          {words.button}
        </Button>
      </View>
      <Sheet
        open={asked}
        onClose={() => setAsked(false)}
        title={words.ask}
        action={
          <>
            <Button kind="quiet" onTap={() => setAsked(false)}>
              {words.stay}
            </Button>
            <Button id="leave-now" kind="danger" onTap={leave}>
              {words.go}
            </Button>
          </>
        }
      >
        {words.lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        {error !== undefined && <View className="me__warn">{error}</View>}
      </Sheet>
    </Card>
  );
}
