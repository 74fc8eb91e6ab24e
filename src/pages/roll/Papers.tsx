import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import { PAPERS, type Paper } from '../../../domain/roll/paper';
import { Button, Card, Field } from '../../components';
import { useSaid } from '../../i18n';
import { useRollWords } from '../../i18n/roll';
import { asCloudError, type CloudError, cloud } from '../../services/cloud';
import { openPaper } from './openPaper';

const PATIENCE = 60_000;

/** The papers of a final evaluation; each is asked for with a reason, and written down. */
export function Papers({ village, year, hash }: { village: string; year: string; hash: string | undefined }) {
  const words = useRollWords().roll;
  const said = useSaid();
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<OutputOf<'roll.export'>>();
  const [error, setError] = useState<CloudError>();
  const print = async (what: Paper) => {
    setError(undefined);
    setMade(undefined);
    try {
      const input = { village, year, what, reason: reason.trim() };
      setMade((await cloud.call('roll.export', input, { patience: PATIENCE })) as OutputOf<'roll.export'>);
    } catch (failed) {
      setError(asCloudError(failed));
    }
  };
  return (
    <Card id="papers" title={words.papers.title}>
      <View className="y-hint">{words.papers.hint}</View>
      <Field
        name="reason"
        label={words.papers.reason}
        placeholder={words.papers.reasonHint}
        most={200}
        value={reason}
        onChange={setReason}
        error={error ? said(error.words) : undefined}
      />
      <View className="roll__papers y-stack">
        {PAPERS.map((what) => (
          <Button key={what} id={`paper-${what}`} kind="quiet" onTap={() => print(what)}>
            {words.papers.what[what]}
          </Button>
        ))}
      </View>
      {made && (
        <View className="y-acts">
          <Button id="download" onTap={() => openPaper(made.url, made.name)}>
            {words.papers.download}
          </Button>
        </View>
      )}
      {made && <View className="y-note">{words.papers.done(made.name, made.count)}</View>}
      {hash !== undefined && <View className="y-note">{words.hash(hash)}</View>}
    </Card>
  );
}
