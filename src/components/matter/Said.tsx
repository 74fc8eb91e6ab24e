import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import { Card, Glyph, Tag, VoicePlayer } from '../../components';
import { type Dictionary, momentWords, useSaid, useWords } from '../../i18n';
import { Photos } from '../Photos';

/** What was reported, in the reporter's own words, sounds and pictures. */
export function Said({ problem, now }: { problem: ProblemView; now: number }) {
  const words = useWords();
  const said = useSaid();
  return (
    <Card>
      <View className="problem__head">
        <Glyph category={problem.category} />
        <View className="problem__head-words">
          <View className="problem__name">{said(CATEGORIES[problem.category])}</View>
          <View className="problem__note">{problem.area.path}</View>
        </View>
        {problem.urgent && <Tag tone="danger">{words.problem.urgent}</Tag>}
        {problem.confidential && <Tag>{words.problem.confidential}</Tag>}
        {problem.public && <Tag>{words.acts.visible}</Tag>}
      </View>
      {problem.text !== undefined && <View className="problem__words">{problem.text}</View>}
      {problem.voice !== undefined && (
        <VoicePlayer source={problem.voice.url} seconds={problem.voice.seconds} />
      )}
      <Photos photos={problem.photos} />
      {problem.place !== undefined && (
        <View className="problem__note">
          {words.problem.place(problem.place.words)}
          {problem.place.accuracy !== undefined &&
            ` · ${words.place.accuracy(Math.round(problem.place.accuracy))}`}
        </View>
      )}
      <View className="problem__note">{byWords(problem, now, words)}</View>
      {problem.agreedBy !== undefined && (
        <View className="problem__note">{words.acts.agreed(problem.agreedBy)}</View>
      )}
    </Card>
  );
}

function byWords({ reporter, onBehalfBy, createdAt }: ProblemView, now: number, words: Dictionary): string {
  const when = momentWords(createdAt, now, words);
  const { by, byBehalf, byHidden } = words.problem;
  if (!reporter) return byHidden(when);
  return onBehalfBy ? byBehalf(reporter.name, onBehalfBy.name, when) : by(reporter.name, when);
}
