import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentHome } from '../../../domain/contract/views';
import { ANSWERS, type SurveyAnswer } from '../../../domain/evaluation/evaluation';
import { Button, Card, useTell } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';

interface Props {
  survey: NonNullable<ResidentHome['survey']>;
  onChange(): Promise<void>;
}

/** Once a year, one tap; afterwards only a line, by which it can be changed. */
export function Survey({ survey: { year, worker, said }, onChange }: Props) {
  const words = useWords().survey;
  const { tell, error } = useTell(onChange);
  const [changing, setChanging] = useState(false);
  const say = (answer: SurveyAnswer) => async () => {
    if (await tell('evaluation.answer', { year, said: answer }, words.thanks)) setChanging(false);
  };
  if (said && !changing)
    return (
      <View id="survey" className="home__survey">
        <View className="home__note">{words.answered(words.said[said])}</View>
        <View
          id="survey-change"
          className="home__link"
          hoverClass="y-pressed"
          onClick={() => setChanging(true)}
          {...spoken('button')}
        >
          {words.change}
        </View>
      </View>
    );
  return (
    <Card id="survey" title={words.ask(year, worker)}>
      <View className="home__pairs">
        {ANSWERS.map((answer) => (
          <Button key={answer} id={`survey-${answer}`} kind="quiet" onTap={say(answer)}>
            {words.said[answer]}
          </Button>
        ))}
      </View>
      <View className="home__note">{words.why}</View>
      {error !== undefined && <View className="home__wrong">{error}</View>}
    </Card>
  );
}
