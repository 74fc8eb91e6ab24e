import { View } from '@tarojs/components';
import type { OutputOf } from '../../../domain/contract/actions';
import type { ImportCheck } from '../../../domain/contract/views';
import { KINDS } from '../../../domain/registry/sheets';
import { Button, Card, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useRegistryWords } from '../../i18n/registry';
import { asCloudError, cloud } from '../../services/cloud';
import { Faults } from './Faults';
import { saveFile } from './file';
import { useImport } from './useImport';

/** Template, file, what is wrong with it, and writing it: one card for each step that is reached. */
export function Import() {
  const words = useRegistryWords().registry;
  const said = useSaid();
  const { step, file, error, choose, apply, restart } = useImport();
  if (process.env.TARO_ENV !== 'h5') return <Card>{words.pc}</Card>;
  const template = async () => {
    try {
      const { name, base64 } = (await cloud.call('registry.template', {})) as OutputOf<'registry.template'>;
      saveFile(name, base64);
    } catch (reason) {
      toast(said(asCloudError(reason).words), 'danger');
    }
  };
  return (
    <>
      <Card title={words.tab.import}>
        <View className="y-note">{words.import.hint}</View>
        <View className="y-acts">
          <Button id="template" kind="quiet" inline onTap={template}>
            {words.import.template}
          </Button>
          {step.at === 'start' && (
            <Button id="choose" inline onTap={choose}>
              {words.import.choose}
            </Button>
          )}
        </View>
        {file.name !== '' && <View className="y-note">{file.name}</View>}
        {step.at === 'sending' && <View className="y-due">{words.import.sending(step.part, step.of)}</View>}
        {step.at === 'checking' && <View className="y-due">{words.import.checking}</View>}
        {error && <View className="y-wrong">{said(error.words)}</View>}
      </Card>
      {step.at === 'checked' && <Checked found={step.found} onApply={apply} onAgain={choose} />}
      {step.at === 'applying' && (
        <Card id="applying" tone="due" title={words.import.applying(step.done, step.of)}>
          <View className="y-bar">
            <View
              className="y-bar__done"
              style={{ width: `${Math.round((step.done / Math.max(1, step.of)) * 100)}%` }}
            />
          </View>
          {error && (
            <Button inline onTap={apply}>
              {words.import.apply}
            </Button>
          )}
        </Card>
      )}
      {step.at === 'done' && (
        <Card id="imported" tone="done" title={words.import.done(step.of)}>
          <Button kind="quiet" inline onTap={restart}>
            {words.import.again}
          </Button>
        </Card>
      )}
    </>
  );
}

interface CheckedProps {
  found: ImportCheck;
  onApply(): Promise<void>;
  onAgain(): Promise<void>;
}

function Checked({ found, onApply, onAgain }: CheckedProps) {
  const words = useRegistryWords().registry;
  const wrong = found.count > 0;
  const changes = KINDS.reduce(
    (sum, kind) => sum + found.tallies[kind].new + found.tallies[kind].changed,
    found.links,
  );
  const good = changes > 0 ? words.import.good : words.import.nothing;
  return (
    <Card
      id="checked"
      tone={wrong ? 'danger' : 'done'}
      title={wrong ? words.import.faults(found.count) : good}
    >
      <View className="registry__tallies">
        {KINDS.map((kind) => (
          <View key={kind} className="registry__tally">
            <View className="y-strong">{words.kind[kind]}</View>
            {(['new', 'changed', 'same'] as const).map((what) => (
              <View key={what}>{`${words.import.tally[what]} ${found.tallies[kind][what]}`}</View>
            ))}
          </View>
        ))}
      </View>
      <View className="y-note">{words.import.links(found.links)}</View>
      {wrong && <Faults faults={found.faults} count={found.count} />}
      <View className="y-acts">
        {!wrong && changes > 0 && (
          <Button id="apply" inline onTap={onApply}>
            {words.import.apply}
          </Button>
        )}
        <Button kind="quiet" inline onTap={onAgain}>
          {words.import.again}
        </Button>
      </View>
    </Card>
  );
}
