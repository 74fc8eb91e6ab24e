import { View } from '@tarojs/components';
import { useState } from 'react';
import type { VersionView } from '../../../domain/contract/views';
import { Button, Card, Choice, FieldFrame, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useRuleWords } from '../../i18n/rules';
import { asCloudError, cloud } from '../../services/cloud';
import { useSend } from '../../state';
import { toTop } from './top';

interface Props {
  version: VersionView;
  onDone(): Promise<void>;
}

const MONTHS = 6;

/** From a month that has not begun, by somebody else than its author. */
export function Enable({ version, onDone }: Props) {
  const words = useRuleWords().rules;
  const said = useSaid();
  const send = useSend();
  const months = monthsAfter(cloud.now());
  const [chosen, setChosen] = useState<string>();
  // A page that was left open over the end of a month offers that month no longer.
  const from = months.find((month) => month === chosen) ?? months.find(beginsYear) ?? months[0] ?? '';
  const [error, setError] = useState<string>();
  const enable = async () => {
    try {
      await send('points.enable', { version: version.id, draftedAt: version.draftedAt, from });
      toast(words.enable.done);
      await onDone();
      toTop();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
      // Perhaps another text was saved meanwhile: then it is here to be read.
      await onDone();
    }
  };
  if (version.own) return <Card title={words.enable.title}>{words.enable.own}</Card>;
  return (
    <Card id="enable-card" title={words.enable.title}>
      <View className="y-note">{words.enable.ask}</View>
      <View className="rules__form y-form">
        <FieldFrame label={words.enable.from} error={error}>
          <Choice
            label={words.enable.from}
            options={months.map((value) => ({ value, label: words.month(value) }))}
            value={from}
            onChange={(month) => {
              setChosen(month);
              setError(undefined);
            }}
          />
        </FieldFrame>
        <Button id="enable" onTap={enable}>
          {words.enable.go}
        </Button>
      </View>
    </Card>
  );
}

function beginsYear(month: string): boolean {
  return month.endsWith('-01');
}

/** The next months, none of which has begun. */
function monthsAfter(now: number): string[] {
  const date = new Date(now + 8 * 3_600_000);
  return Array.from({ length: MONTHS }, (_none, n) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + n)).toISOString().slice(0, 7),
  );
}
