import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EvaluationView } from '../../../domain/contract/views';
import { Button, Card, Tag, TextArea, useTell } from '../../components';
import { dayWords } from '../../i18n';
import { useEvaluationWords } from '../../i18n/evaluation';
import { cloud } from '../../services/cloud';
import { figureWords, Parts } from './Parts';
import { AppealStory, Exempt, GradeTag } from './Result';

interface Props {
  view: EvaluationView;
  onChange(): Promise<void>;
}

/** My own result, how each part was counted, and what I can do when it is not right. */
export function Mine({ view, onChange }: Props) {
  const words = useEvaluationWords();
  const said = words.evaluation;
  const [own] = view.candidates;
  const day = (at: number) => dayWords(at, cloud.now(), words);
  if (!own)
    return (
      <Card id="not-yet" title={said.notYet} aside={<Tag>{said.state[view.state ?? 'none']}</Tag>}>
        {said.notYetHint}
      </Card>
    );
  return (
    <>
      <Card
        id="result"
        aside={<GradeTag candidate={own} />}
        title={
          own.exempt ? (
            said.how.none
          ) : (
            <View className="evaluation__score">{said.points(figureWords(own.score))}</View>
          )
        }
      >
        <Exempt candidate={own} />
        {!own.exempt && <Parts candidate={own} scheme={view.scheme} />}
        <View className="evaluation__facts y-stack">
          {view.signedBy && view.signedAt && <View>{said.signedBy(view.signedBy, day(view.signedAt))}</View>}
          {view.reviewers.length > 0 && (
            <View>{said.lead.named(view.reviewers.map(({ name }) => name))}</View>
          )}
          {view.finalAt && <View>{said.finalAt(day(view.finalAt))}</View>}
        </View>
      </Card>
      {own.appeal && (
        <Card
          id="appeal"
          title={own.appeal.answer ? said.appeal.title : said.appeal.asked(day(own.appeal.at))}
          tone={own.appeal.answer ? 'done' : 'due'}
        >
          <AppealStory candidate={own} />
          {!own.appeal.answer && <View className="y-note">{said.frozen}</View>}
        </Card>
      )}
      {view.may.includes('appeal') && <AppealForm view={view} onChange={onChange} />}
    </>
  );
}

function AppealForm({ view, onChange }: Props) {
  const words = useEvaluationWords();
  const { appeal, appealUntil } = words.evaluation;
  const { tell, error } = useTell(onChange);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const give = async () => {
    if (text.trim() === '') return setMissing(true);
    await tell(
      'evaluation.appeal',
      { village: view.village.code, year: view.year, text: text.trim() },
      appeal.given,
    );
  };
  return (
    <Card id="appeal" title={appeal.title}>
      <View className="y-stack">
        {view.appealUntil && (
          <View className="y-due">{appealUntil(dayWords(view.appealUntil - 1, cloud.now(), words))}</View>
        )}
        <View className="y-note">{appeal.hint}</View>
        <TextArea
          name="appeal-words"
          label={appeal.words}
          placeholder={appeal.example}
          most={1000}
          value={text}
          onChange={(value) => {
            setMissing(false);
            setText(value);
          }}
          error={missing ? appeal.need : error}
        />
        <Button id="give-appeal" kind="quiet" onTap={give}>
          {appeal.give}
        </Button>
      </View>
    </Card>
  );
}
