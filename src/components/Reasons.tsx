import { View } from '@tarojs/components';
import type { HouseholdCard } from '../../domain/contract/views';
import { type Dictionary, momentWords, useWords } from '../i18n';
import { cloud } from '../services/cloud';
import { Tag } from './Tag';
import './Reasons.scss';

/** Why this household, and why first: what its people ask for, then what is open, then how long ago. */
export function Reasons({ household }: { household: HouseholdCard }) {
  const words = useWords();
  const { callAsked, problems, asks, standing } = household;
  const { why } = words.home;
  return (
    <View className="y-reasons">
      {callAsked !== undefined && (
        <View className="y-reasons__call">
          <Tag tone="due">{why.call}</Tag>
          <View>{why.callBy(callAsked.name, momentWords(callAsked.at, cloud.now(), words))}</View>
          {callAsked.text !== undefined && <View className="y-reasons__said">{callAsked.text}</View>}
        </View>
      )}
      <View className={`y-reasons__days y-reasons__days--${standing.state}`}>
        {standingWords(standing, words).join(' · ')}
      </View>
      {(problems > 0 || asks > 0) && (
        <View className="y-reasons__tags">
          {problems > 0 && <Tag tone="active">{why.problems(problems)}</Tag>}
          {asks > 0 && <Tag tone="due">{why.asks(asks)}</Tag>}
        </View>
      )}
    </View>
  );
}

/** How the contact of this week and the meeting of this month stand. */
export function standingWords(
  { state, daysSince, metThisMonth }: HouseholdCard['standing'],
  { home: { why } }: Dictionary,
): string[] {
  switch (state) {
    case 'met':
      return [why.met];
    case 'reached':
      return metThisMonth ? [why.reached] : [why.reached, why.notMet];
    case 'excused':
      return [why.excused];
    case 'due': {
      const silence = daysSince === null ? why.never : why.days(daysSince);
      return metThisMonth ? [silence] : [silence, why.notMet];
    }
  }
}
