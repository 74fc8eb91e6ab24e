import { View } from '@tarojs/components';
import type { CandidateView } from '../../../domain/contract/views';
import { Tag, type Tone } from '../../components/Tag';
import { dayWords } from '../../i18n';
import { useEvaluationWords } from '../../i18n/evaluation';
import { cloud } from '../../services/cloud';
import { figureWords } from './Parts';

const TONE: Record<NonNullable<CandidateView['grade']>, Tone> = {
  excellent: 'done',
  good: 'active',
  basic: 'due',
  failed: 'danger',
};

/** The grade as a word and a shape; nothing before it is graded. */
export function GradeTag({ candidate: { grade, exempt } }: { candidate: CandidateView }) {
  const words = useEvaluationWords().evaluation;
  if (exempt) return <Tag>{words.exempted}</Tag>;
  return grade ? <Tag tone={TONE[grade]}>{words.grade[grade]}</Tag> : null;
}

/** Why somebody is not graded, and who says so. */
export function Exempt({ candidate: { exempt } }: { candidate: CandidateView }) {
  const words = useEvaluationWords().evaluation;
  if (!exempt) return null;
  const source = exempt.by ? words.exemption.by(exempt.by.name) : words.exemption.auto;
  return (
    <View className="y-quote">
      <View className="y-strong">{words.exempt[exempt.why]}</View>
      {exempt.text}
      <View className="y-note">{source}</View>
    </View>
  );
}

/** What somebody objected to, and what came of it. */
export function AppealStory({ candidate: { appeal } }: { candidate: CandidateView }) {
  const words = useEvaluationWords();
  const { appeal: said } = words.evaluation;
  if (!appeal) return null;
  const { answer } = appeal;
  return (
    <View id="appeal-story">
      <View className="y-note">{said.said}</View>
      <View className="y-quote">{appeal.text}</View>
      {answer && (
        <View className="y-quote">
          <Tag tone={answer.upheld ? 'done' : 'plain'}>{answer.upheld ? said.upheld : said.rejected}</Tag>
          <View>{answer.text}</View>
          {answer.upheld && <View className="y-note">{said.was(figureWords(answer.was?.score))}</View>}
          <View className="y-note">{said.by(answer.by.name, dayWords(answer.at, cloud.now(), words))}</View>
        </View>
      )}
    </View>
  );
}
