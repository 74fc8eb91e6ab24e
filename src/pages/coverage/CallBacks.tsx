import { View } from '@tarojs/components';
import type { CallBack } from '../../../domain/contract/views';
import { Button, PhoneButton, StateView, Tag, useTell } from '../../components';
import { dayWords } from '../../i18n';
import { useCoverageWords } from '../../i18n/coverage';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';

const SAID = ['yes', 'no', 'unreached'] as const;

/** A few of last week's contacts, drawn by lot: call, then note what was said. */
export function CallBacks() {
  const words = useCoverageWords().coverage;
  const query = useQuery('contact.callbacks', {});
  const calls = query.data?.calls ?? [];
  return (
    <>
      <View className="coverage__ask">{words.callsAsk}</View>
      <View className="y-note">{words.callsLead}</View>
      <StateView
        query={query}
        empty={query.data !== undefined && calls.length === 0}
        emptyWords={words.callsNone}
        emptyHint={words.callsNoneHint}
      >
        <View className="coverage__cards">
          {calls.map((call) => (
            <Call key={call.household.id} call={call} onChange={query.refresh} />
          ))}
        </View>
      </StateView>
    </>
  );
}

function Call({ call, onChange }: { call: CallBack; onChange(): Promise<void> }) {
  const words = useCoverageWords();
  const { coverage, contact } = words;
  const { tell, error } = useTell(onChange);
  const { worker, week, household, contact: made, word } = call;
  const entry = { worker: worker.id, week, household: household.id };
  const how = made.inPerson
    ? `${contact.channel[made.channel]} · ${contact.met}`
    : contact.channel[made.channel];
  return (
    <View id={`call-${household.id}`} className="coverage__card">
      <View className="coverage__title">{household.head}</View>
      <View className="y-note">{household.address}</View>
      <View>{coverage.callsWas(worker.name, dayWords(made.at, cloud.now(), words), how)}</View>
      {word !== undefined && <Tag tone="active">{coverage.wordIs(coverage.word[word.said])}</Tag>}
      {household.phone !== undefined && (
        <View className="coverage__actions">
          <PhoneButton phone={household.phone} name={household.head}>
            {coverage.callHousehold}
          </PhoneButton>
        </View>
      )}
      <View className="coverage__actions">
        {SAID.map((said) => (
          <Button
            key={said}
            id={`${said}-${household.id}`}
            inline
            kind="quiet"
            onTap={() => tell('contact.callBack', { ...entry, said }, coverage.wordSaved)}
          >
            {coverage.word[said]}
          </Button>
        ))}
      </View>
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </View>
  );
}
