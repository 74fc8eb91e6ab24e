import { View } from '@tarojs/components';
import { useState } from 'react';
import type { HouseholdView } from '../../../domain/contract/views';
import { ANSWERS, type SurveyAnswer } from '../../../domain/evaluation/evaluation';
import { Button, Card, Choice, useTell } from '../../components';
import { useWords } from '../../i18n';

type Way = 'phone' | 'visit';

interface Props {
  household: string;
  survey: NonNullable<HouseholdView['survey']>;
  onChange(): Promise<void>;
}

/** A chief asks for people without a phone; what they said is sent and not shown again. */
export function Survey({ household, survey: { year, worker, asked }, onChange }: Props) {
  const words = useWords().survey;
  const { tell, error } = useTell(onChange);
  const [by, setBy] = useState<Way>('visit');
  const say = (said: SurveyAnswer) => () =>
    tell('evaluation.answer', { year, said, household, by }, words.thanks);
  return (
    <Card id="survey" title={words.askFor(year, worker)} tone={asked ? 'done' : 'plain'}>
      <View className="household__note">{asked ? words.asked : words.askHow}</View>
      <View className="household__survey">
        <Choice<Way>
          label={words.by}
          options={[
            { value: 'visit', label: words.visit },
            { value: 'phone', label: words.phone },
          ]}
          value={by}
          onChange={setBy}
        />
        <View className="household__pairs">
          {ANSWERS.map((answer) => (
            <Button key={answer} id={`survey-${answer}`} kind="quiet" onTap={say(answer)}>
              {words.said[answer]}
            </Button>
          ))}
        </View>
      </View>
      {error !== undefined && <View className="household__wrong">{error}</View>}
    </Card>
  );
}
