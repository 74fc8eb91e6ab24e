import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Sheet } from '../../components';
import { useWords } from '../../i18n';
import { logOut, useOutbox } from '../../state';

/** Only in a browser: in WeChat the phone's owner is the session. */
export function LogOut() {
  const words = useWords().me;
  const [asked, setAsked] = useState(false);
  const { waiting, aside } = useOutbox();
  const unsent = waiting.length + aside.length;
  const leave = async () => {
    await logOut();
    window.location.hash = '#/pages/home/index';
    window.location.reload();
  };
  return (
    <>
      <Button id="log-out" kind="quiet" onTap={() => setAsked(true)}>
        {words.logOut}
      </Button>
      <Sheet
        open={asked}
        onClose={() => setAsked(false)}
        title={words.logOut}
        action={
          <>
            <Button kind="quiet" onTap={() => setAsked(false)}>
              {words.stay}
            </Button>
            <Button id="log-out-now" kind="danger" onTap={leave}>
              {words.logOut}
            </Button>
          </>
        }
      >
        <View>{words.logOutAsk}</View>
        {unsent > 0 && <View className="me__warn">{words.logOutWaiting(unsent)}</View>}
      </Sheet>
    </>
  );
}
