import { View } from '@tarojs/components';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Reasons } from '../../components';
import { spoken } from '../../components/a11y';
import { type Dictionary, dayWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import type { Mark } from './draft';

interface Props {
  household: HouseholdCard;
  mark: Mark | undefined;
  /** Saved, and only this phone knows. */
  unsent: boolean;
  onTick(household: HouseholdCard): void;
  onDetails(household: HouseholdCard): void;
}

/** One tap ticks it; what is worth a word is one tap to the right. */
export function Row({ household, mark, unsent, onTick, onDetails }: Props) {
  const words = useWords();
  const { id, head, standing } = household;
  const look = mark ? (mark.missed ? 'stuck' : 'marked') : unsent ? 'unsent' : standing.state;
  return (
    <View id={`row-${id}`} className={`sheet__row${mark ? ' sheet__row--marked' : ''}`}>
      <View
        id={`tick-${id}`}
        className="sheet__tick"
        hoverClass="y-pressed"
        onClick={() => onTick(household)}
        aria-checked={mark !== undefined}
        {...spoken('checkbox', head)}
      >
        <View className={`sheet__cell sheet__cell--${look}`} />
        <View className="sheet__who">
          <View className="sheet__name">{head}</View>
          {mark ? (
            <View className="sheet__how">{howWords(mark, words)}</View>
          ) : unsent ? (
            <View className="sheet__how">{words.outbox.unsent}</View>
          ) : (
            <Reasons household={household} />
          )}
        </View>
      </View>
      <View
        id={`details-${id}`}
        className="sheet__details"
        hoverClass="y-pressed"
        onClick={() => onDetails(household)}
        {...spoken('button', `${head} ${words.contact.details}`)}
      >
        {mark ? words.contact.change : words.contact.details}
      </View>
    </View>
  );
}

/** "电话 · 今天 · 听取意见 ×2 · 照片 1" */
function howWords(mark: Mark, words: Dictionary): string {
  const { contact } = words;
  const day = dayWords(mark.at, cloud.now(), words);
  if (mark.missed) return [contact.missed, contact.missReason[mark.missed], day].join(' · ');
  const activities = Object.keys(mark.activities) as (keyof Mark['activities'])[];
  return [
    contact.channel[mark.channel],
    ...(mark.inPerson ? [contact.met] : []),
    day,
    ...activities.map((one) => `${contact.activity[one]} ×${mark.activities[one]}`),
    ...(mark.photos.length > 0 ? [`${contact.photos} ${mark.photos.length}`] : []),
    ...(mark.note ? [mark.note] : []),
  ].join(' · ');
}
