import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Category, isDanger } from '../../../domain/problem/category';
import {
  Card,
  FieldFrame,
  PhoneButton,
  PhotoPicker,
  PlacePicker,
  TextArea,
  VoiceRecorder,
} from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import type { Report } from './useReport';

interface Props {
  category: Category;
  report: Report;
  error: string | undefined;
  onChange(part: Partial<Report>): void;
}

/** In words or by voice; the rest can stay empty. */
export function Say({ category, report, error, onChange }: Props) {
  const words = useWords().report;
  const [more, setMore] = useState(false);
  return (
    <>
      {isDanger(category) && <Emergency />}
      <TextArea
        name="text"
        label={words.say}
        placeholder={words.sayHint}
        most={1000}
        value={report.text}
        onChange={(text) => onChange({ text })}
        error={error}
      />
      <FieldFrame label={words.orVoice}>
        <VoiceRecorder value={report.voice} onChange={(voice) => onChange({ voice })} />
      </FieldFrame>
      <Confidential on={report.confidential} onChange={(confidential) => onChange({ confidential })} />
      {more ? (
        <>
          <FieldFrame label={words.photos}>
            <PhotoPicker photos={report.photos} onChange={(photos) => onChange({ photos })} />
          </FieldFrame>
          <PlacePicker label={words.place} value={report.place} onChange={(place) => onChange({ place })} />
        </>
      ) : (
        <View id="more" className="report__more" hoverClass="y-pressed" onClick={() => setMore(true)}>
          {words.more}
        </View>
      )}
    </>
  );
}

/** Danger to life is not for an app: the call comes first. */
function Emergency() {
  const { danger, dangerHint, emergency } = useWords().report;
  return (
    <Card id="emergency" title={danger} tone="danger">
      <View className="report__calls">
        <PhoneButton phone="110" name={emergency.police} tone="red">
          {emergency.police}
        </PhoneButton>
        <PhoneButton phone="119" name={emergency.fire} tone="red">
          {emergency.fire}
        </PhoneButton>
        <PhoneButton phone="120" name={emergency.doctor} tone="red">
          {emergency.doctor}
        </PhoneButton>
      </View>
      <View className="report__hint">{dangerHint}</View>
    </Card>
  );
}

function Confidential({ on, onChange }: { on: boolean; onChange(on: boolean): void }) {
  const words = useWords().report;
  return (
    <View
      id="confidential"
      className="report__switch"
      onClick={() => onChange(!on)}
      aria-checked={on}
      {...spoken('switch', words.confidential)}
    >
      <View className="report__switch-words">
        <View>{words.confidential}</View>
        <View className="report__hint">{words.confidentialHint}</View>
      </View>
      <View className={`report__track${on ? ' report__track--on' : ''}`}>
        <View className="report__thumb" />
      </View>
    </View>
  );
}
