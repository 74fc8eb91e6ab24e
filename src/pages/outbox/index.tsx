import { View } from '@tarojs/components';
import { useMemo } from 'react';
import type { Queued } from '../../../domain/command/queue';
import { Button, Card, Screen, toast } from '../../components';
import { useWords } from '../../i18n';
import { sendNow, useHat, useOutbox, useQuery } from '../../state';
import { Row } from './Row';
import './index.scss';

/** Names hardly change; what home was told lately will do, ms. */
const FRESH_MS = 60 * 60_000;

/** What lies on this phone only: what could not be recorded and why, then what waits for a connection. */
export default function OutboxPage() {
  const words = useWords().outbox;
  const { waiting, aside } = useOutbox();
  const heads = useHeads();
  const send = () => {
    sendNow();
    toast(words.trying, 'due');
  };
  return (
    <Screen
      title={words.title}
      heading={words.heading(waiting.length + aside.length)}
      lead={waiting.length > 0 ? words.lead : undefined}
      action={
        waiting.length > 0 && (
          <Button id="send-now" onTap={send}>
            {words.send}
          </Button>
        )
      }
    >
      {waiting.length + aside.length === 0 && <View className="outbox__note">{words.none}</View>}
      {aside.length > 0 && (
        <Card id="aside" title={words.aside} tone="danger">
          <View className="outbox__hint">{words.asideHint}</View>
          <Rows commands={aside} heads={heads} />
        </Card>
      )}
      {waiting.length > 0 && (
        <Card id="waiting" title={words.waiting} tone="due">
          <Rows commands={waiting} heads={heads} />
        </Card>
      )}
    </Screen>
  );
}

function Rows({ commands, heads }: { commands: Queued[]; heads: ReadonlyMap<string, string> }) {
  return (
    <>
      {commands.map((command) => (
        <Row key={command.id} command={command} heads={heads} />
      ))}
    </>
  );
}

/** Of the worker's own households; of others the phone knows no name. */
function useHeads(): ReadonlyMap<string, string> {
  const hat = useHat();
  const home = useQuery('home.open', hat ? { as: hat } : {}, { freshFor: FRESH_MS }).data;
  return useMemo(() => {
    const cards = home?.as === 'worker' ? home.households : [];
    return new Map(cards.map(({ id, head }) => [id, head]));
  }, [home]);
}
