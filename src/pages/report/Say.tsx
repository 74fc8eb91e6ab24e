import { View } from '@tarojs/components';
import { CATEGORIES, type Category, groupOf, parts, soundsUrgent } from '../../../domain/problem/category';
import { emergencyCalls } from '../../../domain/problem/emergency';
import { channelFor } from '../../../domain/problem/remit';
import {
  Choice,
  FieldFrame,
  PhotoPicker,
  PlacePicker,
  TextArea,
  Tick,
  VoiceRecorder,
} from '../../components';
import { useSaid, useWords } from '../../i18n';
import { Behalf } from './Behalf';
import { Elsewhere } from './Elsewhere';
import { Emergency } from './Emergency';
import { Similar } from './Similar';
import type { Report, Visibility } from './useReport';
import { useSimilar } from './useSimilar';

interface Props {
  category: Category;
  report: Report;
  error: string | undefined;
  /** Head of the household that is spoken for. */
  head: string | undefined;
  onChange(part: Partial<Report>): void;
  onJoin: ((problem: string) => Promise<void>) | undefined;
}

/** In words or by voice; the rest can stay empty. What must be read first stands first. */
export function Say({ category, report, error, head, onChange, onJoin }: Props) {
  const words = useWords().report;
  const similar = useSimilar(report);
  const channel = report.ours ? undefined : channelFor(report.text);
  const urgent = report.urgent || soundsUrgent(category, report.text);
  return (
    <>
      <Emergency calls={emergencyCalls(category, report.text)} />
      <TextArea
        name="text"
        label={words.say}
        placeholder={words.sayHint}
        most={1000}
        value={report.text}
        onChange={(text) => onChange({ text })}
        error={error}
      />
      {channel && <Elsewhere channel={channel} onOurs={() => onChange({ ours: true })} />}
      <FieldFrame label={words.orVoice}>
        <VoiceRecorder value={report.voice} onChange={(voice) => onChange({ voice })} />
      </FieldFrame>
      {head !== undefined && <Behalf head={head} report={report} onChange={onChange} />}
      <Similar problems={similar} onJoin={onJoin} />
      {urgent && CATEGORIES[category].ladder === 'normal' && (
        <Tick
          id="urgent"
          on={report.urgent}
          label={words.urgent}
          hint={words.urgentHint}
          onChange={(on) => onChange({ urgent: on })}
        />
      )}
      <FieldFrame label={words.photos}>
        <PhotoPicker photos={report.photos} onChange={(photos) => onChange({ photos })} />
      </FieldFrame>
      <PlacePicker label={words.place} value={report.place} onChange={(place) => onChange({ place })} />
      <Parts category={category} onChange={(part) => onChange({ category: part })} />
      <WhoSees value={report.visibility} onChange={(visibility) => onChange({ visibility })} />
    </>
  );
}

/** A second, finer choice that nobody has to make. */
function Parts({ category, onChange }: { category: Category; onChange(category: Category): void }) {
  const words = useWords().report;
  const said = useSaid();
  const group = groupOf(category);
  const finer = parts(group);
  if (finer.length === 0) return null;
  return (
    <FieldFrame label={words.finer}>
      <Choice<Category>
        label={words.finer}
        options={finer.map((value) => ({ value, label: said(CATEGORIES[value]) }))}
        value={category}
        onChange={(chosen) => onChange(chosen === category ? group : chosen)}
      />
    </FieldFrame>
  );
}

const VISIBILITIES = ['staff', 'neighbours', 'secret'] as const satisfies readonly Visibility[];

function WhoSees({ value, onChange }: { value: Visibility; onChange(value: Visibility): void }) {
  const words = useWords().report;
  return (
    <View id="who-sees">
      <FieldFrame label={words.whoSees} hint={words.sees[value].hint}>
        <Choice<Visibility>
          label={words.whoSees}
          options={VISIBILITIES.map((one) => ({ value: one, label: words.sees[one].label }))}
          value={value}
          onChange={onChange}
        />
      </FieldFrame>
    </View>
  );
}
