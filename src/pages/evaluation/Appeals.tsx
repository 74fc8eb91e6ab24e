import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EvaluationOutputs } from '../../../domain/contract/views';
import { EXEMPTIONS, evaluationId, type StatedReason } from '../../../domain/evaluation/evaluation';
import { Button, Card, Choice, Field, StateView, Tag, TextArea, useTell } from '../../components';
import { dayWords } from '../../i18n';
import { useEvaluationWords } from '../../i18n/evaluation';
import { openEvaluation } from '../../routes';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { figureWords } from './Parts';
import { GradeTag } from './Result';

/** 改分 · 不评 · 维持 */
type Outcome = 'score' | 'exempt' | 'rejected';
type Waiting = EvaluationOutputs['evaluation.appeals']['appeals'][number];

/** What waits for a supervisor's answer, the oldest first. */
export function Appeals({ onDecided }: { onDecided(): Promise<void> }) {
  const words = useEvaluationWords().evaluation.appeals;
  const query = useQuery('evaluation.appeals', {});
  const appeals = query.data?.appeals ?? [];
  const decided = async () => {
    await Promise.all([query.refresh(), onDecided()]);
  };
  return (
    <StateView query={query} empty={appeals.length === 0} emptyWords={words.none} emptyHint={words.noneHint}>
      {appeals.map((one) => (
        <AppealCard
          key={`${one.village.code} ${one.year} ${one.candidate.person}`}
          waiting={one}
          onDecided={decided}
        />
      ))}
    </StateView>
  );
}

interface Props {
  waiting: Waiting;
  onDecided(): Promise<void>;
}

function AppealCard({ waiting: { village, year, candidate, barred }, onDecided }: Props) {
  const words = useEvaluationWords();
  const { appeals, appeal, year: yearWords } = words.evaluation;
  return (
    <Card
      id={`appeal-${candidate.person}`}
      title={candidate.name}
      tone="due"
      aside={<GradeTag candidate={candidate} />}
    >
      <View className="y-note">
        {`${village.path} · ${yearWords(year)} · ${figureWords(candidate.score)}`}
      </View>
      <View className="y-note">
        {appeal.said} · {dayWords(candidate.appeal?.at ?? 0, cloud.now(), words)}
      </View>
      <View className="y-quote">{candidate.appeal?.text}</View>
      <View className="y-stack">
        <Button kind="quiet" onTap={() => openEvaluation(evaluationId(village.code, year))}>
          {appeals.open}
        </Button>
        {barred ? (
          <Tag>{appeals.involved}</Tag>
        ) : (
          <Verdict waiting={{ village, year, candidate }} onDecided={onDecided} />
        )}
      </View>
    </Card>
  );
}

function Verdict({ waiting: { village, year, candidate }, onDecided }: Props) {
  const { appeals: words, appeal, exempt, exemption } = useEvaluationWords().evaluation;
  const { tell, error } = useTell(onDecided);
  const [verdict, setVerdict] = useState<Outcome>();
  const [score, setScore] = useState('');
  const [why, setWhy] = useState<StatedReason>('leave');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<'score' | 'text'>();
  const give = async () => {
    const right = Number(score);
    if (verdict === 'score' && (score.trim() === '' || !(right >= (candidate.score ?? 0) && right <= 100)))
      return setWrong('score');
    if (text.trim() === '') return setWrong('text');
    setWrong(undefined);
    const said = {
      village: village.code,
      year,
      person: candidate.person,
      upheld: verdict !== 'rejected',
      text: text.trim(),
      ...(verdict === 'score' ? { score: right } : {}),
      ...(verdict === 'exempt' ? { exempt: why } : {}),
    };
    await tell('evaluation.decide', said, words.given);
  };
  return (
    <View className="y-stack">
      <Choice<Outcome>
        label={words.verdict}
        options={[
          { value: 'score', label: words.score },
          { value: 'exempt', label: words.exempt },
          { value: 'rejected', label: appeal.rejected },
        ]}
        value={verdict}
        onChange={setVerdict}
      />
      {verdict === 'score' && (
        <Field
          name="right-score"
          label={words.right}
          kind="digit"
          most={5}
          value={score}
          onChange={setScore}
          error={wrong === 'score' ? words.scoreNeed(figureWords(candidate.score ?? 0)) : undefined}
        />
      )}
      {verdict === 'exempt' && (
        <Choice<StatedReason>
          label={exemption.why}
          options={EXEMPTIONS.map((value) => ({ value, label: exempt[value] }))}
          value={why}
          onChange={setWhy}
        />
      )}
      {verdict !== undefined && (
        <>
          <TextArea
            name="verdict-words"
            label={words.text}
            placeholder={words.hint}
            most={1000}
            value={text}
            onChange={setText}
            error={wrong === 'text' ? words.need : error}
          />
          <Button id="give-verdict" onTap={give}>
            {words.give}
          </Button>
        </>
      )}
    </View>
  );
}
