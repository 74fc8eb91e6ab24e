import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import { KINDS, type Kind } from '../../../domain/registry/sheets';
import { Button, Card, Choice, Field, FieldFrame } from '../../components';
import { useSaid } from '../../i18n';
import { useRegistryWords } from '../../i18n/registry';
import { asCloudError, type CloudError, cloud } from '../../services/cloud';
import { openFile } from './file';

const PATIENCE = 130_000;
const FORMATS = ['xlsx', 'csv'] as const;

/** The same columns as the import; masked unless the administrator says why not. */
export function Export({ area, admin }: { area: string; admin: boolean }) {
  const words = useRegistryWords().registry;
  const said = useSaid();
  const [kind, setKind] = useState<Kind>('households');
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [shown, setShown] = useState<'masked' | 'open'>('masked');
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<OutputOf<'registry.export'>>();
  const [error, setError] = useState<CloudError>();
  const go = async () => {
    setError(undefined);
    setMade(undefined);
    const open = shown === 'open' ? { unmasked: true, ...(reason.trim() ? { reason } : {}) } : {};
    try {
      const input = { area, kind, format, ...open };
      setMade(
        (await cloud.call('registry.export', input, { patience: PATIENCE })) as OutputOf<'registry.export'>,
      );
    } catch (failed) {
      setError(asCloudError(failed));
    }
  };
  return (
    <Card title={words.tab.export}>
      <View className="y-note">{words.export.hint}</View>
      <View className="y-form">
        <FieldFrame label={words.export.kind}>
          <Choice<Kind>
            options={KINDS.map((value) => ({ value, label: words.kind[value] }))}
            value={kind}
            onChange={setKind}
          />
        </FieldFrame>
        <FieldFrame label={words.export.format}>
          <Choice<(typeof FORMATS)[number]>
            options={FORMATS.map((value) => ({ value, label: value === 'xlsx' ? 'Excel' : 'CSV' }))}
            value={format}
            onChange={setFormat}
          />
        </FieldFrame>
        {admin && (
          <FieldFrame label={words.export.unmasked}>
            <Choice<'masked' | 'open'>
              options={[
                { value: 'masked', label: words.export.masked },
                { value: 'open', label: words.export.open },
              ]}
              value={shown}
              onChange={setShown}
            />
          </FieldFrame>
        )}
        {shown === 'open' && (
          <Field
            name="reason"
            label={words.export.reason}
            placeholder={words.export.reasonHint}
            most={200}
            value={reason}
            onChange={setReason}
            error={error?.path === 'reason' ? said(error.words) : undefined}
          />
        )}
        {error && error.path !== 'reason' && <View className="y-wrong">{said(error.words)}</View>}
        <View className="y-acts">
          <Button id="export" inline onTap={go}>
            {words.export.go}
          </Button>
          {made && (
            <Button id="download" kind="quiet" inline onTap={() => openFile(made.url, made.name)}>
              {words.export.download}
            </Button>
          )}
        </View>
        {made && <View className="registry__good">{words.export.done(made.count)}</View>}
      </View>
    </Card>
  );
}
