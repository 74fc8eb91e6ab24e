import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StudyView } from '../../../domain/contract/views';
import { Button, Card, Choices, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useStudyWords } from '../../i18n/study';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';

interface Props {
  study: StudyView;
  now: number;
  onDone(): Promise<void>;
}

/** Who is there, the minutes, and the end; afterwards the same, as it was filed. */
export function Hold({ study, now, onDone }: Props) {
  const { study: words } = useStudyWords();
  const said = useSaid();
  const send = useSend();
  const [there, setThere] = useState<string[]>([]);
  const [minutes, setMinutes] = useState('');
  const [carrying, setCarrying] = useState<string[]>([]);
  const [error, setError] = useState<string>();
  const open = study.agenda.filter(({ decision }) => !decision).map(({ id }) => id);
  if (!study.chairs) return <Filed study={study} />;
  const hold = async () => {
    if (there.length === 0) return setError(words.needAttendance);
    if (open.length > 0 && carrying.length === 0) return setError(words.needCarry);
    if (minutes.trim() === '') return setError(words.needWords);
    try {
      await send('study.hold', {
        area: study.area.code,
        period: study.period,
        // Written down in the days of grace: it took place on the last day of the period.
        heldAt: Math.min(now, study.to - 1),
        attendance: study.invited
          .filter(({ person, name }) => there.includes(person ?? name))
          .map(({ person, name }) => ({ name, ...(person ? { person } : {}) })),
        minutes: minutes.trim(),
        carry: open,
      });
      toast(words.held);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Card id="hold-card" title={words.attendance}>
      <Choices
        label={words.attendance}
        options={study.invited.map(({ person, name, unit }) => ({
          value: person ?? name,
          label: unit ? `${unit} ${name}` : name,
        }))}
        values={there}
        onChange={setThere}
      />
      <View className="y-gap" />
      <TextArea
        name="minutes"
        label={words.minutes}
        placeholder={words.minutesHint}
        value={minutes}
        onChange={setMinutes}
        most={5000}
        error={error}
      />
      <View className="y-gap" />
      {open.length > 0 && (
        <Choices
          options={[{ value: 'carry', label: words.carryOn(open.length) }]}
          values={carrying}
          onChange={setCarrying}
        />
      )}
      <View className="y-gap" />
      <Button id="hold" onTap={hold}>
        {words.hold}
      </Button>
    </Card>
  );
}

function Filed({ study }: { study: StudyView }) {
  const { study: words } = useStudyWords();
  if (study.state !== 'held') return null;
  return (
    <Card id="filed" title={words.minutes} tone="done">
      <View className="study__text">{study.minutes ?? ''}</View>
      <View className="y-note">
        {`${words.attendance}：${study.attendance.map(({ name }) => name).join('、')}`}
      </View>
    </Card>
  );
}
