import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CandidateView, EvaluationView } from '../../../domain/contract/views';
import { EXEMPTIONS, type StatedReason } from '../../../domain/evaluation/evaluation';
import { Button, Choice, Sheet, Tag, TextArea, useTell } from '../../components';
import { useEvaluationWords } from '../../i18n/evaluation';
import { figureWords, Parts } from './Parts';
import { AppealStory, Exempt, GradeTag } from './Result';

interface Props {
  view: EvaluationView;
  candidate: CandidateView;
  onClose(): void;
  onChange(): Promise<void>;
}

/** One person's year, part by part, and for who leads: whether it is graded at all. */
export function CandidateSheet({ view, candidate, onClose, onChange }: Props) {
  const words = useEvaluationWords().evaluation;
  const counted = view.state !== undefined && view.state !== 'collecting';
  return (
    <Sheet open onClose={onClose} title={candidate.name}>
      {(counted || candidate.exempt) && (
        <View className="evaluation__line y-row">
          <View className="evaluation__score">{figureWords(candidate.score)}</View>
          <GradeTag candidate={candidate} />
        </View>
      )}
      <View className="y-note">
        {candidate.areaPath} · {words.months(candidate.months)}
      </View>
      {candidate.former && (
        <View className="y-acts">
          <Tag>{words.former}</Tag>
        </View>
      )}
      <Exempt candidate={candidate} />
      {counted && !candidate.exempt && <Parts candidate={candidate} scheme={view.scheme} />}
      <AppealStory candidate={candidate} />
      {view.may.includes('exempt') && <Exemption view={view} candidate={candidate} onChange={onChange} />}
    </Sheet>
  );
}

function Exemption({ view, candidate, onChange }: Omit<Props, 'onClose'>) {
  const words = useEvaluationWords().evaluation;
  const { tell, error } = useTell(onChange);
  const [why, setWhy] = useState<StatedReason>('leave');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const stated = candidate.exempt?.by;
  const input = { village: view.village.code, year: view.year, person: candidate.person, why };
  const give = async () => {
    if (text.trim() === '') return setMissing(true);
    await tell('evaluation.exempt', { ...input, text: text.trim() }, words.exemption.done);
  };
  if (stated)
    return (
      <Button
        id="lift"
        kind="quiet"
        onTap={() =>
          tell(
            'evaluation.exempt',
            { ...input, text: words.exemption.lift, lift: true },
            words.exemption.done,
          )
        }
      >
        {words.exemption.lift}
      </Button>
    );
  return (
    <View className="evaluation__form y-stack">
      <View className="y-strong">{words.exemption.title}</View>
      <Choice<StatedReason>
        label={words.exemption.why}
        options={EXEMPTIONS.map((value) => ({ value, label: words.exempt[value] }))}
        value={why}
        onChange={setWhy}
      />
      <TextArea
        name="exempt-words"
        label={words.exemption.text}
        placeholder={words.exemption.hint}
        most={300}
        value={text}
        onChange={(value) => {
          setMissing(false);
          setText(value);
        }}
        error={missing ? words.exemption.need : error}
      />
      <Button id="give-exempt" kind="quiet" onTap={give}>
        {words.exemption.give}
      </Button>
    </View>
  );
}
